package dev.caudal.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.core.TableId;
import java.util.Map;

/**
 * Which topic each table of a task has: its own, or that of the task. Immutable.
 *
 * @param usual the setting {@code topic}
 * @param tables by table what is otherwise, the setting {@code table.settings}
 */
public record TableTopics(TopicPattern usual, Map<TableId, TableSettings> tables) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The topics of a connector.
     *
     * @param topic its setting {@code topic}, may be empty
     * @param tables its setting {@code table.settings}, may be empty
     * @throws IllegalArgumentException if the latter cannot be read
     */
    public static TableTopics of(String topic, String tables) {
        return new TableTopics(topic.isEmpty() ? TopicPattern.USUAL : new TopicPattern(topic), settings(tables));
    }

    private static Map<TableId, TableSettings> settings(String tables) {
        if (tables.isBlank()) {
            return Map.of();
        }
        try {
            return TableSettings.parse(JSON.readTree(tables));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The topic of a table.
     *
     * @param table a table of the source
     * @return its name
     */
    public String topic(TableId table) {
        return of(table).topic().orElse(usual).topic(table);
    }

    /** The topic of a table with the table's names as they are. */
    String spelled(TableId table) {
        return of(table).topic().orElse(usual).spelled(table);
    }

    /** What is otherwise for a table. */
    TableSettings of(TableId table) {
        return tables.getOrDefault(table, TableSettings.NONE);
    }
}
