package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.backup.Backups;
import dev.caudal.server.backup.RestoreRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Brings backups back; each is a job. */
@Path(ApiServer.ROOT + "recovery")
@Produces("application/json")
@Consumes("application/json")
public final class RecoveryResource {
    private final Backups backups;

    /**
     * Serves it.
     *
     * @param backups of the platform
     */
    public RecoveryResource(Backups backups) {
        this.backups = backups;
    }

    /**
     * Begins to restore a backup into a cluster.
     *
     * @param request of who wants it
     * @param body what, and where to
     * @return 202 with the job
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("restores")
    public Response restore(@Context ContainerRequestContext request, @Nullable JsonNode body) {
        return begin(request, body, false);
    }

    /**
     * Begins to look what a restore would do; nothing is changed.
     *
     * @param request of who wants it
     * @param body what, and where to
     * @return 202 with the job
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("dry-runs")
    public Response dryRun(@Context ContainerRequestContext request, @Nullable JsonNode body) {
        return begin(request, body, true);
    }

    private Response begin(ContainerRequestContext request, @Nullable JsonNode body, boolean dryRun) {
        var wanted = RestoreRequest.of(Bodies.required(body));
        return JobsResource.begun(
                backups.restore(wanted, dryRun, CallerHandler.caller(request).name()));
    }
}
