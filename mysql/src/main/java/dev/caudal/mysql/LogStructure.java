package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the structure that a table map describes. */
final class LogStructure {

    private final TableMap map;
    private final LogDialect dialect;
    private final Function<TableId, TableStructure> catalog;
    private @Nullable TableStructure present;
    private boolean asked;

    private LogStructure(TableMap map, LogDialect dialect, Function<TableId, TableStructure> catalog) {
        this.map = map;
        this.dialect = dialect;
        this.catalog = catalog;
    }

    /** Whether the event itself says all about the table. */
    static boolean isDescribed(TableMap map) {
        TableMetadata metadata = map.metadata();
        boolean hasNumbers = map.types().stream().anyMatch(WireType::isNumeric);
        return metadata.names().size() == map.types().size() && metadata.signed() == hasNumbers;
    }

    /**
     * The structure of the table.
     *
     * @param map the event
     * @param dialect what the event leaves to be known
     * @param catalog asked for the present structure where the log does not say enough of a column
     * @param history has the definition where the event says too little of the table
     */
    static TableStructure of(
            TableMap map, LogDialect dialect, Function<TableId, TableStructure> catalog, StructureHistory history)
            throws InterruptedException {
        if (isDescribed(map)) {
            return new LogStructure(map, dialect, catalog).described();
        }
        MappedDefinition mapped = new MappedDefinition(map, dialect);
        Optional<TableDefinition> definition = history.known(map.table());
        if (definition.filter(mapped::lacksCharset).isPresent()) {
            definition = history.inSchema(map.table(), definition.get());
        }
        Optional<TableStructure> known = definition.flatMap(mapped::structure);
        return known.isPresent() ? known.get() : looked(map, mapped, history);
    }

    private static TableStructure looked(TableMap map, MappedDefinition mapped, StructureHistory history)
            throws InterruptedException {
        TableDefinition present = history.look(map.table());
        return mapped.structure(present)
                .orElseThrow(() -> SourceException.fatal("The log has rows of " + map.table() + " with "
                        + map.types().size() + " columns that are not the "
                        + present.columns().size()
                        + " columns the table has, and it does not say which they are."
                        + " SET GLOBAL binlog_row_metadata = FULL, then reload the table."));
    }

    private TableStructure described() {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < map.types().size(); index++) {
            columns.add(column(index));
        }
        return new TableStructure(map.table(), columns, map.metadata().primaryKey());
    }

    private Column column(int index) {
        TableMetadata metadata = map.metadata();
        WireType wire = map.types().get(index);
        String name = metadata.names().get(index);
        ColumnType type = wire.columnType()
                .orElseThrow(() -> Catalog.unsupported(map.table(), name, "of the log's type " + wire.code()));
        TextCharset charset = type.hasCharset()
                ? wire.ownCharset().orElseGet(() -> charset(wire, name, metadata.collations()[index]))
                : TextCharset.UTF8;
        return new Column(
                name,
                type,
                metadata.unsigned().get(index),
                wire.fraction(),
                charset,
                metadata.labels().get(index).stream().map(charset::utf8).toList());
    }

    private TextCharset charset(WireType wire, String column, int collation) {
        String name = dialect.charset(collation);
        TextCharset charset = TextCharset.named(name)
                .orElseThrow(() -> Catalog.unsupported(map.table(), column, "text CHARACTER SET " + name));
        boolean ambiguous = dialect.mariaDb()
                && wire.code() == WireType.STRING
                && charset == HexText.BINARY
                && AddressText.mayTake(wire.meta());
        return ambiguous ? presentCharset(column) : charset;
    }

    /**
     * To the log, a UUID or an address of MariaDB is BINARY. Only the present table tells them apart; where it no longer has
     * the column, the bytes are what is known for sure.
     */
    private TextCharset presentCharset(String column) {
        if (!asked) {
            present = ask();
            asked = true;
        }
        return Optional.ofNullable(present)
                .filter(table -> table.indexOf(column) >= 0)
                .map(table -> table.columns().get(table.indexOf(column)).charset())
                .filter(AddressText.class::isInstance)
                .orElse(HexText.BINARY);
    }

    private @Nullable TableStructure ask() {
        try {
            return catalog.apply(map.table());
        } catch (SourceException e) {
            if (e.retryable()) {
                throw e;
            }
            return null;
        }
    }
}
