package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.Caller;
import dev.caudal.server.access.UserRole;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs people in whose browser shall not keep their password. */
@Path(ApiServer.ROOT + "session")
@Produces("application/json")
@Consumes("application/json")
public final class SessionResource {
    /** The cookie that has the token. */
    static final String COOKIE = "caudal-session";

    private final Access access;

    /**
     * Serves it.
     *
     * @param access to the platform
     */
    public SessionResource(Access access) {
        this.access = access;
    }

    /**
     * Who asks.
     *
     * @param request from somebody
     * @return name and role
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Whoever current(@Context ContainerRequestContext request) {
        return whoever(CallerHandler.caller(request));
    }

    /**
     * Signs somebody in.
     *
     * @param request from whoever
     * @param body name and password
     * @return name and role, and the cookie that requests are known by for twelve hours
     */
    @POST
    @PermitAll
    public Response signIn(@Context ContainerRequestContext request, @Nullable JsonNode body) {
        var sent = Bodies.required(body);
        var session = access.signIn(
                sent.path("name").asText(), sent.path("password").asText(), CallerHandler.address(request));
        return Response.ok(whoever(session.caller()))
                .cookie(cookie(request, session.token(), NewCookie.DEFAULT_MAX_AGE))
                .build();
    }

    /**
     * Signs the one who asks out.
     *
     * @param request from somebody
     * @return nothing, and no cookie any more
     */
    @DELETE
    @Requires(UserRole.VIEWER)
    public Response signOut(@Context ContainerRequestContext request) {
        Optional.ofNullable(request.getCookies().get(COOKIE))
                .map(Cookie::getValue)
                .ifPresent(access::signOut);
        return Response.noContent().cookie(cookie(request, "", 0)).build();
    }

    private Whoever whoever(Caller caller) {
        return new Whoever(caller.name(), caller.role().word(), access.isRequired());
    }

    private static NewCookie cookie(ContainerRequestContext request, String token, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path("/api")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(request.getSecurityContext().isSecure())
                .sameSite(SameSite.STRICT)
                .build();
    }

    /**
     * Who is signed in.
     *
     * @param name a user's, or a word for callers without a user
     * @param role what it may do
     * @param users whether there are users, so that one can sign out
     */
    public record Whoever(String name, String role, boolean users) {}
}
