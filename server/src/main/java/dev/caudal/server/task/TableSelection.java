package dev.caudal.server.task;

import dev.caudal.core.TableId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which tables a task replicates, by patterns. A table is selected if an included pattern means it and no excluded one
 * does.
 *
 * @param include the patterns that select, the first that means a table decides on its load order; an exact name does so before any other
 * @param exclude the patterns that take out again
 */
public record TableSelection(List<Include> include, List<TablePattern> exclude) {
    /** No table. */
    public static final TableSelection NONE = new TableSelection(List.of(), List.of());

    /**
     * A pattern that selects.
     *
     * @param pattern which tables
     * @param order when they are loaded
     */
    public record Include(TablePattern pattern, LoadOrder order) {}

    /**
     * What a selection means on a server.
     *
     * @param tables the selected tables in the order of loading, at the same order by name
     * @param missing exact names that are not among the server's tables
     * @param idle patterns without a table
     */
    public record Resolved(List<TableId> tables, List<TableId> missing, List<TablePattern> idle) {
        /** Copies the lists. */
        public Resolved {
            tables = List.copyOf(tables);
            missing = List.copyOf(missing);
            idle = List.copyOf(idle);
        }
    }

    /** Copies the lists. */
    public TableSelection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether all tables are named, so that no server needs to be asked. */
    boolean isExact() {
        return include.stream().allMatch(each -> each.pattern().isExact());
    }

    /** The tables that are named. */
    List<TableId> exact() {
        return include.stream()
                .map(Include::pattern)
                .filter(TablePattern::isExact)
                .map(TablePattern::table)
                .toList();
    }

    /**
     * The same with more tables: what excludes just them goes, and an earlier order of theirs.
     *
     * @param pattern which tables
     * @param order when they are loaded
     * @return a copy
     */
    public TableSelection select(TablePattern pattern, LoadOrder order) {
        return new TableSelection(
                Stream.concat(without(pattern).stream(), Stream.of(new Include(pattern, order)))
                        .toList(),
                exclude.stream().filter(each -> !each.equals(pattern)).toList());
    }

    /**
     * The same without some tables: what includes just them goes; where other patterns include them, they are excluded.
     *
     * @param pattern which tables
     * @return a copy, which equals this where none of them was selected
     */
    public TableSelection deselect(TablePattern pattern) {
        var left = without(pattern);
        boolean wide = left.stream().map(Include::pattern).anyMatch(each -> !each.isExact() && each.meets(pattern));
        boolean excluded = exclude.contains(pattern);
        var kept = left.stream()
                .filter(each -> !each.pattern().isExact()
                        || !pattern.matches(each.pattern().table()))
                .toList();
        return new TableSelection(
                kept,
                wide && !excluded
                        ? Stream.concat(exclude.stream(), Stream.of(pattern)).toList()
                        : exclude);
    }

    private List<Include> without(TablePattern pattern) {
        return include.stream().filter(each -> !each.pattern().equals(pattern)).toList();
    }

    /**
     * Finds the selected tables.
     *
     * @param server all tables of the server, in any order
     * @return the tables, and what found none
     */
    public Resolved resolve(Collection<TableId> server) {
        Map<TableId, LoadOrder> exact = new HashMap<>();
        include.stream()
                .filter(each -> each.pattern().isExact())
                .forEach(each -> exact.putIfAbsent(each.pattern().table(), each.order()));
        List<Include> wide =
                include.stream().filter(each -> !each.pattern().isExact()).toList();
        Set<TablePattern> idle = new HashSet<>();
        wide.forEach(each -> idle.add(each.pattern()));
        var excluded = new Excluded(exclude);
        Map<TableId, LoadOrder> found = new TreeMap<>();
        for (TableId table : server) {
            Optional<Include> pattern =
                    wide.stream().filter(each -> each.pattern().matches(table)).findFirst();
            pattern.ifPresent(each -> idle.remove(each.pattern()));
            Optional.ofNullable(exact.remove(table))
                    .or(() -> pattern.map(Include::order))
                    .filter(order -> !excluded.contains(table))
                    .ifPresent(order -> found.put(table, order));
        }
        return new Resolved(
                inOrder(found),
                exact.keySet().stream()
                        .filter(table -> !excluded.contains(table))
                        .sorted()
                        .toList(),
                wide.stream().map(Include::pattern).filter(idle::contains).toList());
    }

    private static List<TableId> inOrder(Map<TableId, LoadOrder> found) {
        return found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<TableId, LoadOrder>, LoadOrder>comparing(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Excluded patterns; thousands of exact names among them cost no more than one. */
    private record Excluded(Set<TableId> exact, List<TablePattern> wide) {
        Excluded(List<TablePattern> patterns) {
            this(
                    new HashSet<>(patterns.stream()
                            .filter(TablePattern::isExact)
                            .map(TablePattern::table)
                            .toList()),
                    patterns.stream().filter(pattern -> !pattern.isExact()).toList());
        }

        boolean contains(TableId table) {
            return exact.contains(table) || wide.stream().anyMatch(pattern -> pattern.matches(table));
        }
    }
}
