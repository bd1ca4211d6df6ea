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
     * The topic of a table.
     *
     * @param table a table of the source
     * @return its name
     */
    public String topic(TableId table) {
        return text.replace("${schema}", table.schema()).replace("${table}", table.name());
    }
}
