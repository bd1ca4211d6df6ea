package dev.caudal.replicate;

import dev.caudal.core.TableId;

/**
 * How topics of tables are named: the setting {@code topic}. Immutable.
 *
 * @param text one name for all tables, or a pattern with {@code ${schema}} and {@code ${table}}
 */
public record TopicPattern(String text) {
    /** That of tasks which do not say. */
    public static final TopicPattern USUAL = new TopicPattern("${schema}.${table}");

    /**
     * The topic of a table. A character of the table's names that Kafka does not allow in a topic's becomes its code point
     * in hexadecimal digits between underscores.
     *
     * @param table a table of the source
     * @return its name
     */
    public String topic(TableId table) {
        return filled(legal(table.schema()), legal(table.name()));
    }

    /** As {@link #topic}, with the names as they are. */
    String spelled(TableId table) {
        return filled(table.schema(), table.name());
    }

    private String filled(String schema, String table) {
        return text.replace("${schema}", schema).replace("${table}", table);
    }

    private static String legal(String name) {
        StringBuilder legal = new StringBuilder();
        name.codePoints().forEach(code -> {
            if (code < 128 && (Character.isLetterOrDigit(code) || ".-_".indexOf(code) >= 0)) {
                legal.appendCodePoint(code);
            } else {
                legal.append('_').append(Integer.toHexString(code)).append('_');
            }
        });
        return legal.toString();
    }
}
