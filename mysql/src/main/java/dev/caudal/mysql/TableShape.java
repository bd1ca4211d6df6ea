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
 * @param rules what holds for columns of which nothing is said otherwise here
 * @param only the columns that may be sent beside those of the key; empty for all
 * @param lobs what of large values is sent
 * @param destinations where expressions may send rows
 */
public record TableShape(
        Set<String> exclude,
        Map<String, String> rename,
        List<String> key,
        Optional<Expression> filter,
        List<ComputedColumn> computed,
        ColumnRules rules,
        Set<String> only,
        LobPolicy lobs,
        Destinations destinations) {

    /** All columns under their own names. */
    public static final TableShape WHOLE = new TableShape(Set.of(), Map.of(), List.of(), Optional.empty(), List.of());

    /** Copies the parts. */
    public TableShape {
        exclude = Set.copyOf(exclude);
        rename = Map.copyOf(rename);
        key = List.copyOf(key);
        computed = List.copyOf(computed);
        only = Set.copyOf(only);
    }

    /** A shape without rules. */
    public TableShape(
            Set<String> exclude,
            Map<String, String> rename,
            List<String> key,
            Optional<Expression> filter,
            List<ComputedColumn> computed) {
        this(exclude, rename, key, filter, computed, ColumnRules.NONE, Set.of(), LobPolicy.FULL, Destinations.ANY);
    }

    /**
     * The same with rules.
     *
     * @param others in place of those it has
     */
    public TableShape with(ColumnRules others) {
        return new TableShape(exclude, rename, key, filter, computed, others, only, lobs, destinations);
    }

    /** Whether the key is another than the table and the task say. */
    public boolean hasKey() {
        return !key.isEmpty() || route(ComputedColumn.KEY).isPresent();
    }

    boolean hasExpressions() {
        return filter.isPresent() || !computed.isEmpty() || !rules.added().isEmpty();
    }

    /** The columns that expressions give: its own, behind them those of the rules. */
    List<ComputedColumn> computedColumns() {
        return Stream.concat(ownColumns().stream(), rules.added().stream().filter(each -> !computes(each.name())))
                .toList();
    }

    /** Those that may take the place of the table's. */
    List<ComputedColumn> ownColumns() {
        return computed.stream().filter(each -> !each.isRoute()).toList();
    }

    private boolean computes(String column) {
        return computed.stream().anyMatch(each -> each.name().equalsIgnoreCase(column));
    }

    /** The expression under one of {@link ComputedColumn#ROUTES}. */
    Optional<Expression> route(String name) {
        return computed.stream()
                .filter(each -> each.name().equals(name))
                .map(ComputedColumn::expression)
                .findFirst();
    }

    /** This shape without columns that come later. */
    TableShape sending(List<String> columns) {
        return new TableShape(exclude, rename, key, filter, computed, rules, Set.copyOf(columns), lobs, destinations);
    }

    /** This shape with what the task says of large values. */
    TableShape limiting(LobPolicy policy) {
        return new TableShape(exclude, rename, key, filter, computed, rules, only, policy, destinations);
    }

    /** This shape where the target is known. */
    TableShape within(Destinations known) {
        return new TableShape(exclude, rename, key, filter, computed, rules, only, lobs, known);
    }

    /** Whether a column is one that comes later. */
    boolean ignores(String column) {
        return !only.isEmpty() && only.stream().noneMatch(column::equalsIgnoreCase);
    }

    boolean excludes(String column) {
        return exclude.stream().anyMatch(column::equalsIgnoreCase)
                || !computes(column) && renamed(column).isEmpty() && rules.drops(column);
    }

    /** The name that a column of the table has in messages where no expression gives it. */
    String nameOf(String column) {
        return renamed(column).orElseGet(() -> rules.nameOf(column));
    }

    /** The name that the table's own settings give. */
    Optional<String> renamed(String column) {
        return rename.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst();
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
