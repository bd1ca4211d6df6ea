package dev.caudal.replicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.core.TableId;
import java.util.Map;
import java.util.Optional;

/**
 * Which topic each table of a task has: its own, or that of the task; and what else is said of it. Immutable.
 *
 * @param usual the setting {@code topic}
 * @param tables by table what is otherwise, the setting {@code table.settings}
 * @param rules what holds for many tables, the setting {@code table.rules}
 */
public record TableTopics(TopicPattern usual, Map<TableId, TableSettings> tables, TableRules rules) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The topics of a connector.
     *
     * @param topic its setting {@code topic}, may be empty
     * @param tables its setting {@code table.settings}, may be empty
     * @param rules its setting {@code table.rules}, may be empty
     * @throws IllegalArgumentException if one of the latter cannot be read
     */
    public static TableTopics of(String topic, String tables, String rules) {
        return of(topic, tables, TableRules.parse(json(rules)));
    }

    static TableTopics of(String topic, String tables, TableRules rules) {
        return new TableTopics(
                topic.isEmpty() ? TopicPattern.USUAL : new TopicPattern(topic),
                TableSettings.parse(json(tables)),
                rules);
    }

    static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
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
        Optional<TopicPattern> own = own(table).topic();
        return own.isPresent() ? own.get().topic(table) : usual.topic(rules.name(table));
    }

    /** The topic of a table with the source's names as they are. */
    String spelled(TableId table) {
        return own(table).topic().orElse(usual).spelled(table);
    }

    /** What is said of a table, by itself and by rules. */
    TableSettings of(TableId table) {
        return rules.of(table, own(table));
    }

    private TableSettings own(TableId table) {
        return tables.getOrDefault(table, TableSettings.NONE);
    }
}
