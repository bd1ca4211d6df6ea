package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.task.Task;
import dev.caudal.server.task.TaskJson;
import dev.caudal.server.task.TaskRuns;
import dev.caudal.server.task.Tasks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;

/** Tasks as definitions: what they are to do. */
@Path(ApiServer.ROOT + "tasks")
@Produces("application/json")
@Consumes("application/json")
public final class TasksResource {
    private final Tasks tasks;
    private final TaskRuns runs;

    /**
     * Serves tasks.
     *
     * @param tasks those of the platform
     * @param runs lets them work
     */
    public TasksResource(Tasks tasks, TaskRuns runs) {
        this.tasks = tasks;
        this.runs = runs;
    }

    /**
     * All tasks.
     *
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<ObjectNode> all() {
        return Items.all(tasks.all().stream().map(Task::show).toList());
    }

    /**
     * Creates a task, which does not run.
     *
     * @param body the task
     * @return 201 with what was saved
     */
    @POST
    @Requires(UserRole.DESIGNER)
    public Response create(@Nullable JsonNode body) {
        var sent = Bodies.required(body);
        var created = tasks.create(sent.path("name").asText(), TaskJson.parse(sent));
        var address = UriBuilder.fromPath(ApiServer.ROOT + "tasks/{name}").build(created.name());
        return answer(created, Response.created(address));
    }

    /**
     * One task.
     *
     * @param name its name
     * @return the task, its version as ETag
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}")
    public Response one(@PathParam("name") String name) {
        return answer(tasks.require(name), Response.ok());
    }

    /**
     * Changes what a task is to do from its next run on.
     *
     * @param name its name
     * @param seen the version that was seen
     * @param body all of it
     * @return what was saved
     */
    @PUT
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public Response replace(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable JsonNode body) {
        var sent = Bodies.required(body);
        var other = sent.path("name").asText(name);
        if (!other.equals(name)) {
            throw Refusal.invalid(
                    "name",
                    "The task '%s' cannot become '%s'.".formatted(name, other),
                    "Create it under the other name, and delete this one.");
        }
        return answer(tasks.replace(name, Versions.seen(seen), TaskJson.parse(sent)), Response.ok());
    }

    /**
     * Removes a task that does not run.
     *
     * @param name its name
     * @param seen the version that was seen
     */
    @DELETE
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public void delete(@PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        runs.delete(name, Versions.seen(seen));
    }

    private static Response answer(Task task, Response.ResponseBuilder answer) {
        task.definition().ifPresent(definition -> answer.tag(Versions.tag(definition.version())));
        return answer.entity(task.show()).build();
    }
}
