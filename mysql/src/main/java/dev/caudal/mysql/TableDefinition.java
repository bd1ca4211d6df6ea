package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as the server's catalog or statements define it. Immutable.
 *
 * @param columns in the order of the table
 * @param key the names of the primary key's columns in the order of the key; empty without one
 * @param charset the character set of columns that name none; empty where it is not known
 */
record TableDefinition(List<ColumnDefinition> columns, List<String> key, String charset) {

    TableDefinition {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * What capture needs of it.
     *
     * @throws SourceException if it has a column that is not captured
     */
    TableStructure structure(TableId id) {
        List<String> names = columns.stream().map(ColumnDefinition::name).toList();
        return new TableStructure(
                id,
                columns.stream().map(column -> column.column(id)).toList(),
                key.stream().map(names::indexOf).toList());
    }

    /** The table as MariaDB's log has it: with columns of the server behind those of the user. */
    TableDefinition withHidden(int count) {
        List<ColumnDefinition> all = new ArrayList<>(columns);
        for (int number = 1; number <= count; number++) {
            all.add(new ColumnDefinition(Column.HIDDEN + number, "bigint", 0, 0, true, "", List.of()));
        }
        return new TableDefinition(all, key, charset);
    }

    boolean hasHidden() {
        return columns.stream().anyMatch(column -> column.name().startsWith(Column.HIDDEN));
    }

    /** This table with the character set of its schema. */
    TableDefinition within(String schemaCharset) {
        return charset.isEmpty()
                ? new TableDefinition(
                        columns.stream()
                                .map(column -> column.within(schemaCharset))
                                .toList(),
                        key,
                        schemaCharset)
                : this;
    }

    /** Reads what {@link #toString} wrote. */
    static TableDefinition parse(String text) {
        SqlTokens tokens = new SqlTokens(text);
        return new CreateTable(tokens, false).read();
    }

    /** What stands behind the table's name in CREATE TABLE. */
    @Override
    public String toString() {
        String primary = "primary key "
                + key.stream().map(SourceConnection::identifier).collect(Collectors.joining(",", "(", ")"));
        return Stream.concat(
                                columns.stream().map(ColumnDefinition::toString),
                                key.isEmpty() ? Stream.of() : Stream.of(primary))
                        .collect(Collectors.joining(",", "(", ")"))
                + (charset.isEmpty() ? "" : " charset " + charset);
    }
}
