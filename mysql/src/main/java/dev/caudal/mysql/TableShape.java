package dev.caudal.mysql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a table goes into its messages, and under which names. Columns are named as the source names them, in any case
 * of letters. Immutable.
 *
 * @param exclude columns that are left out
 * @param rename by column the name it has in messages
 * @param key the columns whose values are the text of a row's key, in their order; empty for the primary key
 * @param filter which rows are sent; empty for all
 * @param computed what expressions give for each row, in the order in which new columns come
 */
public record TableShape(
        Set<String> exclude,
        Map<String, String> rename,
        List<String> key,
        Optional<Expression> filter,
        List<ComputedColumn> computed) {

    /** All columns under their own names. */
    public static final TableShape WHOLE = new TableShape(Set.of(), Map.of(), List.of(), Optional.empty(), List.of());

    /** Copies the parts. */
    public TableShape {
        exclude = Set.copyOf(exclude);
        rename = Map.copyOf(rename);
        key = List.copyOf(key);
        computed = List.copyOf(computed);
    }

    /** Whether the key is another than the table and the task say. */
    public boolean hasKey() {
        return !key.isEmpty() || route(ComputedColumn.KEY).isPresent();
    }

    boolean hasExpressions() {
        return filter.isPresent() || !computed.isEmpty();
    }

    /** The columns that expressions give. */
    List<ComputedColumn> computedColumns() {
        return computed.stream().filter(each -> !each.isRoute()).toList();
    }

    /** The expression under one of {@link ComputedColumn#ROUTES}. */
    Optional<Expression> route(String name) {
        return computed.stream()
                .filter(each -> each.name().equals(name))
                .map(ComputedColumn::expression)
                .findFirst();
    }

    boolean excludes(String column) {
        return exclude.stream().anyMatch(column::equalsIgnoreCase);
    }

    /** The name that a column has in messages. */
    String nameOf(String column) {
        return rename.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(column);
    }

    /** The first column that is named here and is none of {@code columns}. */
    Optional<String> unknown(List<Column> columns) {
        return Stream.of(exclude, rename.keySet(), key)
                .flatMap(Collection::stream)
                .filter(name ->
                        columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(name)))
                .sorted()
                .findFirst();
    }
}
