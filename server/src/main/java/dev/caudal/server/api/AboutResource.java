package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** What runs here. */
@Path(ApiServer.ROOT + "about")
@Produces("application/json")
public final class AboutResource {
    private final About about;

    /**
     * Tells.
     *
     * @param version of this build
     * @param parts what the platform has
     */
    public AboutResource(String version, List<Part> parts) {
        about = new About(version, List.copyOf(parts));
    }

    /**
     * Version and parts.
     *
     * @return the same at any time
     */
    @GET
    @Requires(UserRole.VIEWER)
    public About about() {
        return about;
    }

    /**
     * The platform.
     *
     * @param version of this build
     * @param parts what it has
     */
    public record About(String version, List<Part> parts) {}

    /**
     * A part of the platform.
     *
     * @param name its word
     * @param address where its clients connect
     */
    public record Part(String name, String address) {}
}
