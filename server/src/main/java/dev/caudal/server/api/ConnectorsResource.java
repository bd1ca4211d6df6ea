package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The connectors of the platform's Connect workers, replication tasks and all others. */
@Path(ApiServer.ROOT + "connectors")
@Produces("application/json")
public final class ConnectorsResource {
    private final ConnectClient connect;
    private final Predicate<Connector> isTask;

    /**
     * Serves them.
     *
     * @param connect of the platform's worker
     * @param isTask whether a connector is a replication task
     */
    public ConnectorsResource(ConnectClient connect, Predicate<Connector> isTask) {
        this.connect = connect;
        this.isTask = isTask;
    }

    /**
     * All connectors.
     *
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<ConnectorView> all() {
        return Items.all(connect.all().stream()
                .map(each -> ConnectorView.of(each, isTask.test(each)))
                .toList());
    }

    /**
     * Lets a connector wait where it is.
     *
     * @param name its name
     * @return 202
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/pause")
    public Response pause(@PathParam("name") String name) {
        return act(name, connect::pause);
    }

    /**
     * Lets a connector go on that was paused or stopped.
     *
     * @param name its name
     * @return 202
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/resume")
    public Response resume(@PathParam("name") String name) {
        return act(name, connect::resume);
    }

    /**
     * Starts a connector and its tasks anew.
     *
     * @param name its name
     * @return 202
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/restart")
    public Response restart(@PathParam("name") String name) {
        return act(name, connect::restart);
    }

    private Response act(String name, Consumer<String> action) {
        var connector = connect.find(name)
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NO_SUCH_CONNECTOR,
                        "There is no connector '%s'.".formatted(name),
                        "GET /api/v1/connectors has all."));
        if (isTask.test(connector)) {
            throw Refusal.of(
                    ProblemCode.IS_TASK,
                    "The connector '%s' is a replication task.".formatted(name),
                    "Stop and resume it among the tasks.");
        }
        action.accept(name);
        return Response.accepted().build();
    }
}
