package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.monitor.HistoryWindow;
import dev.caudal.server.monitor.LogLevel;
import dev.caudal.server.monitor.LogQuery;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.TableReport;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How tasks are and were. */
@Path(ApiServer.ROOT + "tasks")
@Produces("application/json")
public final class MonitorResource {

    private static final int MOST = 10_000;

    private final Monitor monitor;
    private final Consumer<String> required;
    private final TaskViews views;

    /**
     * Serves what a monitor knows.
     *
     * @param monitor of the platform
     * @param required throws a {@link Refusal} for a name that no task has
     */
    public MonitorResource(Monitor monitor, Consumer<String> required) {
        this.monitor = monitor;
        this.required = required;
        this.views = new TaskViews(monitor);
    }

    /**
     * How a task is.
     *
     * @param name its name
     * @return only the name and {@code condition: unknown} where it has said nothing within a day
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/status")
    public ObjectNode status(@PathParam("name") String name) {
        return known(name).report(name).map(views::whole).orElseGet(() -> TaskViews.unknown(name));
    }

    /**
     * The tables of a task.
     *
     * @param name its name
     * @param state only those in this state; empty for all
     * @param offset how many to leave out
     * @param limit how many at most
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/tables")
    public Items<ObjectNode> tables(
            @PathParam("name") String name,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        List<TableReport> all = known(name).tables(name).stream()
                .filter(table -> state.isEmpty() || table.state().equals(state))
                .toList();
        return new Items<>(
                all.stream()
                        .skip(Math.max(0, offset))
                        .limit(bounded(limit))
                        .map(TaskViews::table)
                        .toList(),
                all.size());
    }

    /**
     * How a task was.
     *
     * @param name its name
     * @param window {@code 15m} (a point each second) or {@code 24h} (a point each minute)
     * @return in the order of time; counts are since the task was created
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/history")
    public Items<ObjectNode> history(
            @PathParam("name") String name, @QueryParam("window") @DefaultValue("15m") String window) {
        var chosen = switch (window) {
            case "15m" -> HistoryWindow.QUARTER;
            case "24h" -> HistoryWindow.DAY;
            default -> throw Refusal.invalid("window", "There is no window '" + window + "'.", "Ask for 15m or 24h.");
        };
        return Items.all(
                known(name).history(name, chosen).stream().map(TaskViews::point).toList());
    }

    /**
     * What happened to a task.
     *
     * @param name its name
     * @param after events with a higher id only
     * @return the oldest first
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/events")
    public Items<ObjectNode> events(
            @PathParam("name") String name, @QueryParam("after") @DefaultValue("-1") long after) {
        return Items.all(
                known(name).notes(name, after).stream().map(TaskViews::note).toList());
    }

    /**
     * The newest lines of a task's log.
     *
     * @param name its name
     * @param level this one and graver ones
     * @param component one component; empty for all
     * @param text what a line holds; empty for any
     * @param after lines with a higher id only
     * @param limit how many at most
     * @return the oldest first
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/log")
    public Items<ObjectNode> log(
            @PathParam("name") String name,
            @QueryParam("level") @DefaultValue("trace") String level,
            @QueryParam("component") @DefaultValue("") String component,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("after") @DefaultValue("-1") long after,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        var query = new LogQuery(level(level), component.toUpperCase(Locale.ROOT), text, after, bounded(limit));
        return Items.all(
                known(name).log(name, query).stream().map(TaskViews::line).toList());
    }

    /**
     * All kept lines of a task's log, as a file.
     *
     * @param name its name
     * @return a line of JSON for each
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/log/download")
    @Produces("application/jsonl")
    public Response download(@PathParam("name") String name) {
        var text = new StringBuilder();
        known(name)
                .log(name, LogQuery.ALL)
                .forEach(line -> text.append(TaskViews.line(line)).append('\n'));
        return Response.ok(text.toString())
                .header("Content-Disposition", "attachment; filename=\"task-log.jsonl\"")
                .build();
    }

    private static LogLevel level(String word) {
        return LogLevel.named(word)
                .orElseThrow(() -> Refusal.invalid(
                        "level", "There is no level '" + word + "'.", "Ask for error, warn, info, debug or trace."));
    }

    private static int bounded(int limit) {
        return Math.max(0, Math.min(limit, MOST));
    }

    /** A task that told something may be gone already; it is still shown. */
    private Monitor known(String name) {
        if (monitor.report(name).isEmpty()) {
            required.accept(name);
        }
        return monitor;
    }
}
