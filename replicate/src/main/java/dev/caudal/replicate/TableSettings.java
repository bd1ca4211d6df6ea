package dev.caudal.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.ComputedColumn;
import dev.caudal.mysql.Expression;
import dev.caudal.mysql.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a task does otherwise for one table than for the others: the setting {@code table.settings}, one JSON object with
 * these by {@code schema.table}. Immutable.
 *
 * @param shape which rows and columns, under which names, and what makes the key
 * @param topic the table's own topic, a name or a pattern as in the setting {@code topic}; empty for that of the task
 * @param partition the partition that all rows go to; empty where the key decides
 */
public record TableSettings(TableShape shape, Optional<TopicPattern> topic, OptionalInt partition) {

    private static final String EXCLUDE = "exclude";
    private static final String RENAME = "rename";
    private static final String COMPUTE = "compute";
    private static final String KEY = "key";
    private static final String WHERE = "where";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";

    /** The fields of one table's object. */
    public static final List<String> FIELDS = List.of(EXCLUDE, RENAME, COMPUTE, KEY, WHERE, TOPIC, PARTITION);

    /** Those of a table that is as all others. */
    public static final TableSettings NONE = new TableSettings(TableShape.WHOLE, Optional.empty(), OptionalInt.empty());

    /**
     * Reads the settings of tables.
     *
     * @param json by table, as {@link #write} gives it
     * @return by table
     * @throws IllegalArgumentException naming table, field and value that are wrong
     */
    public static Map<TableId, TableSettings> parse(JsonNode json) {
        Map<TableId, TableSettings> all = new TreeMap<>();
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw new IllegalArgumentException(
                    "It is " + json + ", and should be an object by table, as in {\"world.city\": {…}}.");
        }
        json.properties().forEach(each -> {
            TableSettings settings = new TableSettingsReader(each.getKey(), each.getValue()).settings();
            all.put(TableId.parse(each.getKey()), settings);
        });
        return all;
    }

    /**
     * The settings as JSON, without what is as for all other tables.
     *
     * @param all by table
     * @return as {@link #parse} reads it, in the order of names
     */
    public static ObjectNode write(Map<TableId, TableSettings> all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(all).forEach((table, settings) -> json.set(table.toString(), settings.json()));
        return json;
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!shape.exclude().isEmpty()) {
            new TreeSet<>(shape.exclude()).forEach(json.putArray(EXCLUDE)::add);
        }
        if (!shape.rename().isEmpty()) {
            ObjectNode names = json.putObject(RENAME);
            new TreeMap<>(shape.rename()).forEach(names::put);
        }
        if (!shape.computed().isEmpty()) {
            ObjectNode computed = json.putObject(COMPUTE);
            shape.computed()
                    .forEach(each -> computed.put(each.name(), each.expression().text()));
        }
        if (!shape.key().isEmpty()) {
            shape.key().forEach(json.putArray(KEY)::add);
        }
        shape.filter().ifPresent(expression -> json.put(WHERE, expression.text()));
        topic.ifPresent(pattern -> json.put(TOPIC, pattern.text()));
        partition.ifPresent(number -> json.put(PARTITION, number));
        return json;
    }

    /** Reads the object of one table. */
    private record TableSettingsReader(String table, JsonNode json) {

        TableSettings settings() {
            if (!json.isObject()) {
                throw wrong("", json, "an object with " + String.join(", ", FIELDS));
            }
            json.fieldNames().forEachRemaining(field -> {
                if (!FIELDS.contains(field)) {
                    throw new IllegalArgumentException(
                            table + " has no setting '" + field + "'; there are " + String.join(", ", FIELDS) + ".");
                }
            });
            TableShape shape =
                    new TableShape(new HashSet<>(names(EXCLUDE)), renamed(), names(KEY), filter(), computed());
            if (!shape.key().isEmpty() && json.path(COMPUTE).has(ComputedColumn.KEY)) {
                throw wrong(KEY, json.path(KEY), "left out where " + COMPUTE + " has " + ComputedColumn.KEY);
            }
            return new TableSettings(shape, topic(), partition());
        }

        private List<String> names(String field) {
            Set<String> names = new java.util.LinkedHashSet<>();
            JsonNode list = json.path(field);
            if (!list.isArray() && !list.isMissingNode()) {
                throw wrong(field, list, "a list of columns");
            }
            for (JsonNode each : list) {
                names.add(text(field, each, "the name of a column"));
            }
            return List.copyOf(names);
        }

        private Map<String, String> renamed() {
            Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            JsonNode object = json.path(RENAME);
            if (!object.isObject() && !object.isMissingNode()) {
                throw wrong(RENAME, object, "an object with a new name by column");
            }
            object.properties().forEach(each -> {
                if (names.put(each.getKey(), text(RENAME, each.getValue(), "a new name")) != null) {
                    throw wrong(RENAME, object, "an object that names " + each.getKey() + " once");
                }
            });
            return names;
        }

        private Optional<Expression> filter() {
            JsonNode where = json.path(WHERE);
            return where.isMissingNode() ? Optional.empty() : Optional.of(expression(WHERE, where));
        }

        private Expression expression(String field, JsonNode value) {
            String text = text(field, value, "an expression");
            try {
                return Expression.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(table + "." + field + " is wrong: " + e.getMessage(), e);
            }
        }

        private List<ComputedColumn> computed() {
            List<ComputedColumn> columns = new ArrayList<>();
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            JsonNode object = json.path(COMPUTE);
            if (!object.isObject() && !object.isMissingNode()) {
                throw wrong(COMPUTE, object, "an object with an expression by column");
            }
            object.properties().forEach(each -> {
                String name = each.getKey();
                if (name.isBlank() || name.startsWith("$") && !ComputedColumn.ROUTES.contains(name)) {
                    throw new IllegalArgumentException(
                            table + "." + COMPUTE + " has '" + name + "'; write the name of a column, "
                                    + String.join(", ", new TreeSet<>(ComputedColumn.ROUTES)) + ".");
                }
                if (!names.add(name)) {
                    throw wrong(COMPUTE, object, "an object that names " + name + " once");
                }
                columns.add(new ComputedColumn(name, expression(COMPUTE + "." + name, each.getValue())));
            });
            return columns;
        }

        private Optional<TopicPattern> topic() {
            JsonNode topic = json.path(TOPIC);
            return topic.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new TopicPattern(text(TOPIC, topic, "the name of a topic")));
        }

        private OptionalInt partition() {
            JsonNode number = json.path(PARTITION);
            if (number.isMissingNode()) {
                return OptionalInt.empty();
            }
            if (!number.canConvertToInt() || !number.isIntegralNumber() || number.asInt() < 0) {
                throw wrong(PARTITION, number, "a whole number from 0 on");
            }
            return OptionalInt.of(number.asInt());
        }

        private String text(String field, JsonNode value, String wanted) {
            if (!value.isTextual() || value.asText().isBlank()) {
                throw wrong(field, value, wanted);
            }
            return value.asText();
        }

        private IllegalArgumentException wrong(String field, JsonNode value, String wanted) {
            return new IllegalArgumentException(
                    table + (field.isEmpty() ? "" : "." + field) + " is " + value + ", and should be " + wanted + ".");
        }
    }
}
