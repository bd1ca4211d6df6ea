package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.TestReport;
import dev.caudal.server.task.From;
import dev.caudal.server.task.PreviewRequest;
import dev.caudal.server.task.SelectionJson;
import dev.caudal.server.task.TableSelection;
import dev.caudal.server.task.TaskRuns;
import dev.caudal.server.task.Tasks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a task. */
@Path(ApiServer.ROOT + "tasks")
@Produces("application/json")
@Consumes("application/json")
public final class TaskActionsResource {
    private final Tasks tasks;
    private final TaskRuns runs;

    /**
     * Serves actions.
     *
     * @param tasks those of the platform
     * @param runs lets them work
     */
    public TaskActionsResource(Tasks tasks, TaskRuns runs) {
        this.tasks = tasks;
        this.runs = runs;
    }

    /**
     * Makes a task as it is defined, and lets it run.
     *
     * @param name its name
     * @return the task, soon after
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/run")
    public ObjectNode run(@PathParam("name") String name) {
        return runs.run(name).show();
    }

    /**
     * Ends a task's work.
     *
     * @param name its name
     * @return the task, perhaps still at work
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/stop")
    public ObjectNode stop(@PathParam("name") String name) {
        return runs.stop(name).show();
    }

    /**
     * Lets a task go on as it was made.
     *
     * @param name its name
     * @param body {@code {"from": {"position": …}}}, {@code {"from": {"time": …}}}, or nothing
     * @return the task, soon after
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/resume")
    public ObjectNode resume(@PathParam("name") String name, @Nullable JsonNode body) {
        return runs.resume(name, from(orNull(body).path("from"))).show();
    }

    /**
     * Loads tables again.
     *
     * @param name its name
     * @param body {@code {"tables": ["schema.table"]}}, or nothing for all
     * @return the task, soon after
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/reload")
    public ObjectNode reload(@PathParam("name") String name, @Nullable JsonNode body) {
        return runs.reload(name, tables(orNull(body).path("tables"))).show();
    }

    /**
     * Looks whether a task could run; changes nothing.
     *
     * @param name its name
     * @return the checks
     */
    @POST
    @Requires(UserRole.OPERATOR)
    @Path("{name}/validate")
    public TestReport validate(@PathParam("name") String name) {
        return tasks.validate(name);
    }

    /**
     * What the next run would change.
     *
     * @param name its name
     * @return settings and tables that differ from what runs
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/difference")
    public ObjectNode difference(@PathParam("name") String name) {
        return tasks.difference(name);
    }

    /**
     * Which tables a selection means.
     *
     * @param name the task, whose source is asked
     * @param body include and exclude; nothing: those that are saved
     * @return the tables in the order of loading
     */
    @POST
    @Requires(UserRole.VIEWER)
    @Path("{name}/match")
    public ObjectNode match(@PathParam("name") String name, @Nullable JsonNode body) {
        var sent = orNull(body);
        var selection = sent.has("include") || sent.has("exclude")
                ? Optional.of(SelectionJson.parse(sent))
                : Optional.<TableSelection>empty();
        var resolved = tasks.match(name, selection);
        var json = Json.MAPPER.createObjectNode();
        json.set("items", Json.MAPPER.valueToTree(texts(resolved.tables())));
        json.put("total", resolved.tables().size());
        json.set("missing", Json.MAPPER.valueToTree(texts(resolved.missing())));
        json.set("idle", Json.MAPPER.valueToTree(texts(resolved.idle())));
        return json;
    }

    /**
     * What would be sent of rows that a table has now.
     *
     * @param name the task, whose source is asked
     * @param body {@code {"table": "schema.table", "settings": {…}, "rules": […], "rows": 10}}; settings and rules: those
     *     that are saved
     * @return what becomes of each row
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("{name}/preview")
    public ObjectNode preview(@PathParam("name") String name, @Nullable JsonNode body) {
        return tasks.preview(name, PreviewRequest.parse(orNull(body)));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static JsonNode orNull(@Nullable JsonNode body) {
        return body == null ? NullNode.instance : body;
    }

    private static Optional<From> from(JsonNode json) {
        if (json.path("position").isTextual()) {
            return Optional.of(From.place(json.path("position").asText()));
        }
        if (json.path("time").isTextual()) {
            return Optional.of(From.moment(json.path("time").asText()));
        }
        if (!json.isMissingNode() && !json.isNull()) {
            throw Refusal.invalid(
                    "from",
                    "'from' is %s.".formatted(json),
                    "Send {\"position\": \"mysql-bin.000042:1337\"} or {\"time\": \"2026-05-20T19:32:27Z\"}.");
        }
        return Optional.empty();
    }

    private static List<TableId> tables(JsonNode json) {
        var tables = new ArrayList<TableId>();
        for (var each : json) {
            tables.add(Refusal.reading(
                    "tables." + tables.size(), () -> TableId.parse(each.asText()), "Correct the name."));
        }
        return tables;
    }
}
