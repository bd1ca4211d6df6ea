package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ALTER TABLE does to a definition, as the servers do it: all parts at once, first what becomes of each column,
 * then what is new or moved, in the order of the statement. Filled by {@link AlterTable}.
 */
final class Alteration {

    private final Map<String, Boolean> drops = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Change> placed = new ArrayList<>();
    private List<String> newKey = List.of();
    private boolean dropsKey;
    private @Nullable String converted;
    private String charset = "";

    /**
     * What becomes of a column, or one that is new.
     *
     * @param old its name before; empty for a new one
     * @param column its definition; empty where only the name changes
     * @param name its name then
     * @param conditional whether nothing happens where it is not there, or is there already
     */
    private record Change(String old, Optional<DefinedColumn> column, String name, boolean conditional) {

        boolean isMoved() {
            return column.map(DefinedColumn::after).isPresent();
        }

        ColumnDefinition of(ColumnDefinition before) {
            return column.map(DefinedColumn::column).orElseGet(() -> before.named(name));
        }
    }

    /** A column is added; nothing happens under a condition where one of its name is there. */
    void add(DefinedColumn column, boolean conditional) {
        placed.add(new Change("", Optional.of(column), column.column().name(), conditional));
        keyed(column);
    }

    /** A column is defined anew, perhaps under another name. */
    void change(String old, DefinedColumn column, boolean conditional) {
        Change change = new Change(old, Optional.of(column), column.column().name(), conditional);
        changes.put(lower(old), change);
        if (change.isMoved()) {
            placed.add(change);
        }
        keyed(column);
    }

    private void keyed(DefinedColumn column) {
        if (column.key()) {
            newKey = List.of(column.column().name());
        }
    }

    /** A column gets another name. */
    void rename(String old, String name, boolean conditional) {
        changes.put(lower(old), new Change(old, Optional.empty(), name, conditional));
    }

    /** A column is dropped. */
    void drop(String name, boolean conditional) {
        drops.put(lower(name), conditional);
    }

    /** The primary key is dropped. */
    void dropKey() {
        dropsKey = true;
    }

    /** The primary key has these columns, where there are any. */
    void key(List<String> names) {
        newKey = names.isEmpty() ? newKey : names;
    }

    /** All strings are converted to a character set; an empty name stands for that of the schema. */
    void convert(String name) {
        converted = name;
    }

    /** Columns that name none have this character set from now on, where there is a name. */
    void charset(String name) {
        charset = name.isEmpty() ? charset : name;
    }

    /** Whether all columns and the key stay as they are. */
    boolean changesNothing() {
        return drops.isEmpty()
                && changes.isEmpty()
                && placed.isEmpty()
                && newKey.isEmpty()
                && !dropsKey
                && converted == null
                && charset.isEmpty();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * What becomes of a table.
     *
     * @throws IllegalArgumentException if the statement does not fit the definition
     */
    TableDefinition of(TableDefinition table) {
        if (!changesNothing() && table.hasHidden()) {
            throw new IllegalArgumentException("The table has hidden columns.");
        }
        requireThere(table);
        List<ColumnDefinition> columns = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            Change change = changes.get(lower(column.name()));
            if (!drops.containsKey(lower(column.name())) && (change == null || !change.isMoved())) {
                columns.add(change == null ? column : change.of(column));
            }
        }
        for (Change change : placed) {
            boolean there = columns.stream().anyMatch(column -> column.isNamed(change.name()));
            boolean wanted = change.old().isEmpty()
                    ? !(there && change.conditional())
                    : table.columns().stream().anyMatch(column -> column.isNamed(change.old()));
            if (wanted) {
                DefinedColumn column = change.column().orElseThrow();
                columns.add(place(columns, column.after()), column.column());
            }
        }
        return definition(table, columns);
    }

    /** A statement that the server took and that does not fit was made for another table than is known here. */
    private void requireThere(TableDefinition table) {
        drops.forEach((name, conditional) -> requireThere(table, name, conditional));
        changes.forEach((name, change) -> requireThere(table, name, change.conditional()));
    }

    private static void requireThere(TableDefinition table, String name, boolean conditional) {
        if (!conditional && table.columns().stream().noneMatch(column -> column.isNamed(name))) {
            throw new IllegalArgumentException("There is no column " + name + ".");
        }
    }

    private static int place(List<ColumnDefinition> columns, @Nullable String after) {
        if (after == null) {
            return columns.size();
        }
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).isNamed(after)) {
                return index + 1;
            }
        }
        if (!after.equals(DefinedColumn.FIRST)) {
            throw new IllegalArgumentException("There is no column " + after + ".");
        }
        return 0;
    }

    private TableDefinition definition(TableDefinition table, List<ColumnDefinition> columns) {
        String common = converted != null ? converted : charset.isEmpty() ? table.charset() : charset;
        List<ColumnDefinition> whole = columns.stream()
                .map(column -> converted != null && column.isString() ? column.in(common) : column.within(common))
                .toList();
        long names =
                whole.stream().map(column -> lower(column.name())).distinct().count();
        if (names != whole.size() || whole.isEmpty()) {
            throw new IllegalArgumentException("Two columns have one name, or none is left.");
        }
        return new TableDefinition(whole, key(table), common);
    }

    private List<String> key(TableDefinition table) {
        if (!newKey.isEmpty()) {
            return newKey;
        }
        List<String> key = new ArrayList<>();
        for (String name : dropsKey ? List.<String>of() : table.key()) {
            Change change = changes.get(lower(name));
            if (!drops.containsKey(lower(name))) {
                key.add(change == null ? name : change.name());
            }
        }
        return key;
    }
}
