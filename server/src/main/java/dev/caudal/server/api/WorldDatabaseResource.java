package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.world.WorldRun;
import dev.caudal.server.world.WorldState;
import dev.caudal.server.world.WorldTask;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The database that somebody tries the platform with. */
@Path(ApiServer.ROOT + "world-database")
@Produces("application/json")
public final class WorldDatabaseResource {
    private final WorldRun run;
    private final WorldTask task;

    /**
     * Serves it.
     *
     * @param run starts it
     * @param task replicates it
     */
    public WorldDatabaseResource(WorldRun run, WorldTask task) {
        this.run = run;
        this.task = task;
    }

    /**
     * How it is.
     *
     * @return at this moment
     */
    @GET
    @Requires(UserRole.VIEWER)
    public WorldState state() {
        return run.state();
    }

    /**
     * Starts it, with connections and a task that does not run yet. What is there stays.
     *
     * @return 202 with how it is now; {@link #state} tells the rest
     */
    @POST
    @Requires(UserRole.DESIGNER)
    public Response start() {
        return Response.accepted(run.begin(task::define)).build();
    }
}
