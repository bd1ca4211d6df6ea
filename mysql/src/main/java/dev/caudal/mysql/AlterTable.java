package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands behind the table's name in ALTER TABLE, and does to a definition what the servers do: all parts at
 * once, first what becomes of each column, then what is new or moved, in the order of the statement.
 */
final class AlterTable {

    private final SqlTokens tokens;
    private final String schema;
    private final boolean mariaDb;
    private final Map<String, Boolean> drops = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Change> placed = new ArrayList<>();
    private List<String> newKey = List.of();
    private boolean dropsKey;
    private @Nullable String converted;
    private String charset = "";
    private Optional<TableId> renamed = Optional.empty();

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

    AlterTable(SqlTokens tokens, String schema, boolean mariaDb) {
        this.tokens = tokens;
        this.schema = schema;
        this.mariaDb = mariaDb;
    }

    /**
     * Reads all parts.
     *
     * @throws IllegalArgumentException if one may change columns in a way that is not known
     */
    void read() {
        do {
            part();
        } while (tokens.skip(","));
        if (tokens.hasNext() && !tokens.keyword().equals(";")) {
            throw new IllegalArgumentException("'" + tokens.next().text() + "' was not expected.");
        }
    }

    /** The name of the table behind the last RENAME, where there is one. */
    Optional<TableId> renamed() {
        return renamed;
    }

    private void part() {
        if (tokens.skip("ADD")) {
            add();
        } else if (tokens.skip("DROP")) {
            drop();
        } else if (tokens.skip("CHANGE")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            String old = tokens.name();
            change(old, DefinedColumn.read(tokens, mariaDb), conditional);
        } else if (tokens.skip("MODIFY")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            DefinedColumn column = DefinedColumn.read(tokens, mariaDb);
            change(column.column().name(), column, conditional);
        } else if (tokens.skip("RENAME")) {
            rename();
        } else if (tokens.skip("CONVERT", "TO")) {
            TableOptions options = new TableOptions(tokens);
            options.readItem();
            converted = options.charset();
        } else if (tokens.skip("ALTER")) {
            tokens.skipItem();
        } else if (tokens.skip("PARTITION")) {
            skipRest();
        } else {
            TableOptions options = new TableOptions(tokens);
            options.readItem();
            charset = options.charset().isEmpty() ? charset : options.charset();
        }
    }

    private void skipRest() {
        while (tokens.hasNext()) {
            tokens.next();
        }
    }

    private void add() {
        if (tokens.keyword().equals("PARTITION")) {
            skipRest();
        } else if (CreateTable.isConstraint(tokens)) {
            List<String> primary = CreateTable.primaryKey(tokens);
            newKey = primary.isEmpty() ? newKey : primary;
            tokens.skipItem();
        } else {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            if (tokens.skip("(")) {
                do {
                    added(conditional);
                } while (tokens.skip(","));
                if (!tokens.skip(")")) {
                    throw new IllegalArgumentException("The list of columns has no end.");
                }
            } else {
                added(conditional);
            }
        }
    }

    private void added(boolean conditional) {
        if (CreateTable.isConstraint(tokens)) {
            List<String> primary = CreateTable.primaryKey(tokens);
            newKey = primary.isEmpty() ? newKey : primary;
            tokens.skipItem();
            return;
        }
        DefinedColumn column = DefinedColumn.read(tokens, mariaDb);
        placed.add(new Change("", Optional.of(column), column.column().name(), conditional));
        keyed(column);
    }

    private void keyed(DefinedColumn column) {
        if (column.key()) {
            newKey = List.of(column.column().name());
        }
    }

    private void change(String old, DefinedColumn column, boolean conditional) {
        Change change = new Change(old, Optional.of(column), column.column().name(), conditional);
        changes.put(lower(old), change);
        if (change.isMoved()) {
            placed.add(change);
        }
        keyed(column);
    }

    private void drop() {
        if (tokens.skip("PRIMARY", "KEY")) {
            dropsKey = true;
        } else if (tokens.skip("INDEX") || tokens.skip("KEY") || tokens.skip("CONSTRAINT")) {
            tokens.skipCondition();
            dropsKey |= tokens.name().equalsIgnoreCase("PRIMARY");
        } else if (!CreateTable.isConstraint(tokens) && !tokens.keyword().equals("PARTITION")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            drops.put(lower(tokens.name()), conditional);
        }
        tokens.skipItem();
    }

    private void rename() {
        if (tokens.skip("INDEX") || tokens.skip("KEY")) {
            tokens.skipItem();
        } else if (tokens.skip("COLUMN")) {
            boolean conditional = tokens.skipCondition();
            String old = tokens.name();
            if (!tokens.skip("TO")) {
                throw new IllegalArgumentException("The new name of the column " + old + " is missing.");
            }
            changes.put(lower(old), new Change(old, Optional.empty(), tokens.name(), conditional));
        } else {
            tokens.passOver("TO", "AS", "=");
            renamed = Optional.of(tokens.table(schema));
        }
    }

    /** Whether a statement leaves all definitions as they are: TRUNCATE, and what is about indexes, defaults or options. */
    static boolean isNeutral(QueryEvent query) {
        SqlTokens tokens = new SqlTokens(query.sql());
        if (tokens.skip("TRUNCATE")) {
            return true;
        }
        if (!tokens.skip("ALTER")) {
            return false;
        }
        tokens.passOver("ONLINE", "IGNORE", "TABLE");
        try {
            tokens.skipCondition();
            tokens.table(query.schema());
            tokens.skipWait();
            AlterTable statement = new AlterTable(tokens, query.schema(), false);
            statement.read();
            return statement.changesNothing();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean changesNothing() {
        return drops.isEmpty()
                && changes.isEmpty()
                && placed.isEmpty()
                && newKey.isEmpty()
                && !dropsKey
                && converted == null
                && charset.isEmpty()
                && renamed.isEmpty();
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
