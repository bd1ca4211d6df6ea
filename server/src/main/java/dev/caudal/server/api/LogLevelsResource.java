package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.monitor.LogLevel;
import dev.caudal.server.monitor.LogLevels;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which lines tasks write to their logs. */
@Path(ApiServer.ROOT + "tasks")
@Produces("application/json")
@Consumes("application/json")
public final class LogLevelsResource {

    private final LogLevels levels;
    private final Consumer<String> required;

    /**
     * Serves levels.
     *
     * @param levels of the platform
     * @param required throws a {@link Refusal} for a name that no task has
     */
    public LogLevelsResource(LogLevels levels, Consumer<String> required) {
        this.levels = levels;
        this.required = required;
    }

    /**
     * The levels of a task.
     *
     * @param name its name
     * @return by component
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/log/levels")
    public Map<String, LogLevel> levels(@PathParam("name") String name) {
        required.accept(name);
        return levels.of(name);
    }

    /**
     * Changes levels of a task, all or none.
     *
     * @param name its name
     * @param body levels by component; others stay
     * @return all levels
     */
    @PUT
    @Requires(UserRole.OPERATOR)
    @Path("{name}/log/levels")
    public Map<String, LogLevel> change(@PathParam("name") String name, Map<String, String> body) {
        required.accept(name);
        var wanted = new TreeMap<String, LogLevel>();
        body.forEach((component, level) -> wanted.put(component(component), level(component, level)));
        levels.set(name, wanted);
        return levels.of(name);
    }

    private static String component(String word) {
        var component = word.toUpperCase(Locale.ROOT);
        if (!LogLevels.COMPONENTS.contains(component)) {
            throw Refusal.invalid(
                    word,
                    "There is no component '" + word + "'.",
                    "Name one of " + String.join(", ", LogLevels.COMPONENTS) + ".");
        }
        return component;
    }

    private static LogLevel level(String field, String word) {
        return LogLevel.named(word)
                .orElseThrow(() -> Refusal.invalid(
                        field, "There is no level '" + word + "'.", "Give error, warn, info, debug or trace."));
    }
}
