package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.drill.Drills;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Rehearsals of the loss of a cluster. */
@Path(ApiServer.ROOT + "recovery/drills")
@Produces("application/json")
@Consumes("application/json")
public final class DrillsResource {
    private static final int USUAL = 100_000;

    private final Drills drills;

    /**
     * Serves them.
     *
     * @param drills of the platform
     */
    public DrillsResource(Drills drills) {
        this.drills = drills;
    }

    /**
     * Begins a drill.
     *
     * @param request of who wants it
     * @param body how many records
     * @return 202 with the job
     */
    @POST
    @Requires(UserRole.OPERATOR)
    public Response start(@Context ContainerRequestContext request, @Nullable JsonNode body) {
        int records = Bodies.required(body).path("records").asInt(USUAL);
        return JobsResource.begun(
                drills.start(records, CallerHandler.caller(request).name()));
    }
}
