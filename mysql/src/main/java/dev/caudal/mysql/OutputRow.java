package dev.caudal.mysql;

import dev.caudal.core.ColumnMask;
import dev.caudal.core.RowLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The row as messages have it: which columns of one version of a table, in their order, and under which names. Load and
 * log write through the same one. Immutable.
 */
final class OutputRow {

    private static final int WHOLE = Integer.MAX_VALUE;

    private final TableStructure structure;
    private final TableShape shape;
    private final List<ComputedColumn> computed;
    private final int own;
    private final int[] columns;
    private final RowLayout layout;
    private final int[] key;
    private final int[] limits;

    private OutputRow(TableStructure structure, TableShape shape) {
        this.structure = structure;
        this.shape = shape;
        this.computed = shape.computedColumns();
        this.own = shape.ownColumns().size();
        this.columns = IntStream.concat(tableColumns(), newColumns()).toArray();
        if (columns.length == 0) {
            throw refused(structure, "leave out all columns", "Keep one at least");
        }
        this.layout = new RowLayout(names());
        this.key = keyIndexes();
        this.limits = IntStream.of(columns).map(this::limitOf).toArray();
    }

    /**
     * The row of a table in a shape. A column that the shape names and this version of the table lacks is passed over:
     * the log may be older or younger than the shape.
     *
     * @throws SourceException if a key would be left out, two columns would have one name, or no column would be left
     */
    static OutputRow of(TableStructure structure, TableShape shape) {
        OutputRow row = new OutputRow(structure, shape);
        row.requireKeys();
        row.requireDistinctNames();
        return row;
    }

    private IntStream tableColumns() {
        return IntStream.range(0, structure.columns().size())
                .filter(this::isSent)
                .map(index -> {
                    int number = computed(structure.columns().get(index).name());
                    return number < 0 ? index : ~number;
                });
    }

    private IntStream newColumns() {
        return IntStream.range(0, computed.size())
                .filter(number -> {
                    int index = structure.indexOf(computed.get(number).name());
                    return number >= own || index < 0 || !isSent(index);
                })
                .map(number -> ~number);
    }

    private boolean isSent(int index) {
        Column column = structure.columns().get(index);
        return !column.isHidden() && !shape.excludes(column.name()) && (!isOptional(column) || isOfKey(index));
    }

    /** Whether the task leaves the column out where no key needs it. */
    private boolean isOptional(Column column) {
        return shape.ignores(column.name()) || shape.lobs().mode() == LobPolicy.Mode.NONE && column.isLob();
    }

    private boolean isOfKey(int index) {
        return structure.primaryKey().contains(index)
                || shape.key().stream().anyMatch(structure.columns().get(index).name()::equalsIgnoreCase);
    }

    /** The number of the expression that gives a column of the table; -1 where the table does. */
    private int computed(String name) {
        for (int number = 0; number < own; number++) {
            if (computed.get(number).name().equalsIgnoreCase(name)) {
                return number;
            }
        }
        return -1;
    }

    /**
     * As {@link #of}, and refuses names of columns that the table does not have.
     *
     * @param present the structure that the table has now
     */
    static void check(TableStructure present, TableShape shape) {
        shape.unknown(present.columns()).ifPresent(column -> {
            throw refused(
                    present,
                    "name the column " + column + ", which it does not have",
                    "It has "
                            + String.join(
                                    ", ",
                                    present.columns().stream().map(Column::name).toList()));
        });
        OutputRow unused = of(present, shape);
        RowExpressions.open(present, shape).close();
    }

    private static SourceException refused(TableStructure structure, String what, String remedy) {
        return SourceException.fatal("The settings of the table " + structure.id() + " " + what + ". " + remedy
                + " (table.settings, table.rules).");
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(columns.length);
        for (int column : columns) {
            names.add(nameOf(column));
        }
        return names;
    }

    private String nameOf(int column) {
        if (column >= 0) {
            return shape.nameOf(structure.columns().get(column).name());
        }
        String name = computed.get(~column).name();
        return shape.renamed(name).orElse(name);
    }

    private int[] keyIndexes() {
        if (shape.route(ComputedColumn.KEY).isPresent()) {
            return new int[0];
        }
        if (shape.key().isEmpty()) {
            return structure.primaryKey().stream().mapToInt(Integer::intValue).toArray();
        }
        return shape.key().stream().mapToInt(this::keyIndex).toArray();
    }

    private int keyIndex(String name) {
        int index = structure.indexOf(name);
        if (index < 0) {
            throw refused(
                    structure, "take the message key from " + name + ", which it does not have here", "Correct it");
        }
        return index;
    }

    private void requireKeys() {
        Set<Integer> needed = new HashSet<>(structure.primaryKey());
        for (int column : key) {
            needed.add(column);
        }
        for (int column : columns) {
            needed.remove(column);
        }
        if (!needed.isEmpty()) {
            String name = structure.columns().get(needed.iterator().next()).name();
            throw refused(
                    structure, "leave out or compute " + name + ", a column of its key", "Keep it, readers need it");
        }
    }

    /** In any case of letters, as the source compares names of columns. */
    private void requireDistinctNames() {
        Set<String> taken = new HashSet<>();
        for (String name : layout.names()) {
            if (name.isBlank()) {
                throw refused(structure, "leave a column without a name", "Rename it otherwise");
            }
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(structure, "give two columns the name " + name, "Rename one otherwise, or leave it out");
            }
        }
    }

    RowLayout layout() {
        return layout;
    }

    /** The mask of all columns of the message. */
    ColumnMask allColumns() {
        return ColumnMask.all(columns.length);
    }

    /** The mask of a DELETE: the primary key's columns, all where the table has no key. */
    ColumnMask keyColumns() {
        if (structure.primaryKey().isEmpty()) {
            return allColumns();
        }
        ColumnMask mask = new ColumnMask(columns.length);
        structure.primaryKey().forEach(column -> mask.add(positionOf(column)));
        return mask;
    }

    /** Where the message has the table's column at {@code index}, which is not left out; counted from 0. */
    int positionOf(int index) {
        return IntStream.range(0, columns.length)
                .filter(position -> columns[position] == index)
                .findFirst()
                .orElseThrow();
    }

    /** By column of the message the index of the table's, of a computed one {@code ~number}; not to be changed. */
    int[] columns() {
        return columns;
    }

    private int limitOf(int index) {
        if (index < 0 || shape.lobs().mode() != LobPolicy.Mode.LIMITED || isOfKey(index)) {
            return WHOLE;
        }
        Column column = structure.columns().get(index);
        int digits = column.charset() instanceof HexText ? 2 : 1;
        return column.isLob()
                ? (int) Math.min(
                        Integer.MAX_VALUE - 1L, (long) digits * shape.lobs().limit())
                : WHOLE;
    }

    /** Whether the message's column at {@code position} is sent up to a limit. */
    boolean isLimited(int position) {
        return limits[position] != WHOLE;
    }

    /** Up to how many bytes of its text the message's column at {@code position} is sent. */
    int limit(int position) {
        return limits[position];
    }

    /** The indexes of the table's columns that make the text of the key; empty where none do. Not to be changed. */
    int[] key() {
        return key;
    }
}
