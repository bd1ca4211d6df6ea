package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a table's definition together with a table map that lacks names: what the log says of each column must fit. */
final class MappedDefinition {

    private final TableMap map;
    private final LogDialect dialect;

    MappedDefinition(TableMap map, LogDialect dialect) {
        this.map = map;
        this.dialect = dialect;
    }

    /** Whether neither log nor definition say the character set of a column. */
    boolean lacksCharset(TableDefinition definition) {
        return columns(definition).stream().anyMatch(MappedDefinition::isUndetermined);
    }

    /** The columns of a definition, with what the log has of them. */
    private List<ColumnDefinition> columns(TableDefinition definition) {
        List<ColumnDefinition> columns = new ArrayList<>();
        for (int index = 0; index < definition.columns().size(); index++) {
            ColumnDefinition column = definition.columns().get(index);
            columns.add(column.within(index < map.types().size() ? loggedCharset(index) : ""));
        }
        return columns;
    }

    /** The structure; empty where the log's columns are not those of the definition. */
    Optional<TableStructure> structure(TableDefinition definition) {
        List<ColumnDefinition> columns = columns(definition);
        if (columns.size() != map.types().size() || columns.stream().anyMatch(MappedDefinition::isUndetermined)) {
            return Optional.empty();
        }
        TableStructure structure =
                new TableDefinition(columns, definition.key(), definition.charset()).structure(map.table());
        for (int index = 0; index < columns.size(); index++) {
            if (!fits(structure.columns().get(index), columns.get(index), index)) {
                return Optional.empty();
            }
        }
        return Optional.of(structure);
    }

    /** Labels are text already, whatever their character set is. */
    private static boolean isUndetermined(ColumnDefinition column) {
        return column.isString()
                && column.charset().isEmpty()
                && column.labels().isEmpty();
    }

    /** Empty where the log does not say it. */
    private String loggedCharset(int index) {
        int collation = map.metadata().collations()[index];
        return collation == 0 || !map.types().get(index).isCharacter() ? "" : dialect.charset(collation);
    }

    private boolean fits(Column column, ColumnDefinition definition, int index) {
        WireType wire = map.types().get(index);
        Optional<TextCharset> own = Optional.of(column.charset()).filter(WireType::isOwnCharset);
        boolean vectorOfMariaDb = dialect.mariaDb()
                && column.charset() == HexText.VECTOR
                && wire.columnType().equals(Optional.of(ColumnType.VARCHAR));
        boolean sameType = wire.columnType().equals(Optional.of(column.type()))
                && wire.ownCharset().equals(own);
        return (sameType || vectorOfMariaDb)
                && wire.fraction() == column.fraction()
                && hasSign(column, wire, index)
                && hasCharset(definition, index);
    }

    private boolean hasSign(Column column, WireType wire, int index) {
        return !map.metadata().signed()
                || !wire.isNumeric()
                || column.isHidden()
                || column.type() == ColumnType.YEAR
                || map.metadata().unsigned().get(index) == column.unsigned();
    }

    private boolean hasCharset(ColumnDefinition definition, int index) {
        String logged = loggedCharset(index);
        if (logged.isEmpty()) {
            return true;
        }
        return definition.isString() ? sameCharset(logged, definition.charset()) : logged.equals("binary");
    }

    private static boolean sameCharset(String one, String other) {
        return one.equals(other)
                || one.startsWith("utf8") && other.equals("utf8")
                || one.equals("utf8") && other.startsWith("utf8");
    }
}
