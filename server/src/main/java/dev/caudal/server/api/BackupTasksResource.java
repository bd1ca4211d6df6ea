package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.backup.BackupTasks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The backups that go on. */
@Path(ApiServer.ROOT + "backup-tasks")
@Produces("application/json")
@Consumes("application/json")
public final class BackupTasksResource {
    private final BackupTasks tasks;

    /**
     * Serves them.
     *
     * @param tasks of the platform
     */
    public BackupTasksResource(BackupTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * All of them.
     *
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<BackupTasks.View> all() {
        return Items.all(tasks.all());
    }

    /**
     * Begins one.
     *
     * @param body its name, topics and bucket
     * @return 201 with it
     */
    @POST
    @Requires(UserRole.DESIGNER)
    public Response create(@Nullable JsonNode body) {
        return Response.status(Response.Status.CREATED)
                .entity(tasks.create(Bodies.required(body)))
                .build();
    }

    /**
     * Ends one; what is in the bucket stays.
     *
     * @param name its name
     * @return 204
     */
    @DELETE
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public Response delete(@PathParam("name") String name) {
        tasks.delete(name);
        return Response.noContent().build();
    }
}
