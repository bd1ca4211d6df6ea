package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Kind;
import dev.caudal.server.definition.ProblemCode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The levels that somebody has given to components of a task, as they are kept under its name.
 *
 * @param levels by component; those that nobody has changed are missing
 */
public record TaskLogLevels(Map<String, LogLevel> levels) {

    /** How they are kept. */
    public static final Kind<TaskLogLevels> KIND = new Kept();

    static final TaskLogLevels NONE = new TaskLogLevels(Map.of());

    /** Copies the map. */
    public TaskLogLevels {
        levels = Map.copyOf(levels);
    }

    /** The same with others on top. */
    TaskLogLevels with(Map<String, LogLevel> others) {
        var all = new TreeMap<>(levels);
        all.putAll(others);
        return new TaskLogLevels(all);
    }

    private static final class Kept implements Kind<TaskLogLevels> {
        @Override
        public String word() {
            return "log-levels";
        }

        @Override
        public ProblemCode missing() {
            return ProblemCode.TASK_NOT_FOUND;
        }

        @Override
        public TaskLogLevels read(String name, JsonNode body) {
            var levels = new TreeMap<String, LogLevel>();
            body.properties()
                    .forEach(each -> levels.put(
                            each.getKey(), LogLevel.of(each.getValue().asText())));
            return new TaskLogLevels(levels);
        }

        @Override
        public ObjectNode write(TaskLogLevels value) {
            return Json.MAPPER.valueToTree(new TreeMap<>(value.levels()));
        }

        @Override
        public ObjectNode show(TaskLogLevels value) {
            return write(value);
        }
    }
}
