package dev.caudal.mysql;

import java.util.Set;

/**
 * What an expression gives for a row: the value of a column, or by one of the names that begin with {@code $} where its
 * message goes.
 *
 * @param name the name of a column: one of the table, whose value it replaces, or a new one behind them; or {@link #KEY},
 *     {@link #TOPIC} or {@link #PARTITION}
 * @param expression over the row as the source has it
 */
public record ComputedColumn(String name, Expression expression) {

    /** The text of the message key. */
    public static final String KEY = "$key";

    /** The topic. */
    public static final String TOPIC = "$topic";

    /** The partition. */
    public static final String PARTITION = "$partition";

    /** The names that are not those of columns. */
    public static final Set<String> ROUTES = Set.of(KEY, TOPIC, PARTITION);

    boolean isRoute() {
        return ROUTES.contains(name);
    }
}
