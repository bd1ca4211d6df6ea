package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How captured tables are defined at the place of the log that is read, for a log that does not say it
 * ({@code binlog_row_metadata} other than {@code FULL}); see ADR 24. What changes is handed on with the position. Used by the
 * thread that reads the log.
 */
final class StructureHistory {

    /** What is kept of tables that are not captured, in characters; it is written with each position. */
    private static final int COPIES = 16_000;

    private final Map<TableId, TableId> captured;
    private final LoadJudge judge;
    private final Present present;
    private final NameCase names;
    private final DefinedTables tables;
    private final Set<TableId> changed = new LinkedHashSet<>();
    private final Map<TableId, String> copies = new LinkedHashMap<>();
    private final List<Progress> copied = new ArrayList<>();
    private boolean used;
    private BinlogCoordinate place;

    /** Knows tables where the history does not. */
    interface Present {

        /**
         * How a table is defined at a place.
         *
         * @param place where a transaction begins
         * @param names how the server tells names of tables apart
         * @throws SourceException if that cannot be known
         */
        TableDefinition definition(TableId table, BinlogCoordinate place, NameCase names) throws InterruptedException;

        /** The character set of tables that are made in a schema without one; empty where that cannot be known. */
        Optional<String> schemaCharset(String schema, BinlogCoordinate place) throws InterruptedException;
    }

    /**
     * What the task remembers.
     *
     * @param captured the tables of the task
     * @param judge knows from where on changes of a table count
     * @param place where the reading begins
     * @param present asked where nothing is known
     */
    StructureHistory(
            List<TableId> captured,
            TaskState state,
            LoadJudge judge,
            LogDialect dialect,
            BinlogCoordinate place,
            Present present) {
        this.judge = judge;
        this.place = place;
        this.present = present;
        this.names = dialect.names();
        this.captured = names.byKey(captured);
        this.tables = new DefinedTables(dialect.mariaDb(), names);
        for (TableId table : captured) {
            String text = state.load(table).structure();
            if (text.equals(TableLoad.GONE)) {
                tables.putGone(table);
            } else if (!text.isEmpty()) {
                tables.put(table, TableDefinition.parse(text));
            }
            used |= !text.isEmpty();
        }
        state.copies().forEach((table, definition) -> {
            tables.put(table, TableDefinition.parse(definition));
            copies.put(table, definition);
            used = true;
        });
        tables.takeTouched();
    }

    /** A transaction begins here. */
    void transaction(BinlogCoordinate start) {
        place = start;
    }

    /** Whether changes of the table in this transaction may count; before that, its definition is not known. */
    boolean counts(TableId table) {
        return judge.isLoadedBefore(table, place);
    }

    /** The definition of a table, where it is known. */
    Optional<TableDefinition> known(TableId table) {
        used = true;
        return tables.get(table);
    }

    /**
     * A definition that is known but for a character set that neither statement nor log have: it is the one of the schema,
     * which was not changed since the table was made.
     */
    Optional<TableDefinition> inSchema(TableId table, TableDefinition definition) throws InterruptedException {
        Optional<TableDefinition> whole =
                present.schemaCharset(table.schema(), place).map(definition::within);
        whole.ifPresent(it -> tables.put(table, it));
        changed.add(table);
        return whole;
    }

    /**
     * The definition of a table as the server has it, which is that of this place of the log, too.
     *
     * @throws SourceException if the table was changed between
     */
    TableDefinition look(TableId table) throws InterruptedException {
        TableDefinition definition = present.definition(table, place, names);
        tables.put(table, definition);
        changed.add(table);
        return definition;
    }

    /** A statement that defines something; {@code before} is the place before it. */
    void statement(QueryEvent query, BinlogCoordinate before) {
        place = before;
        if (!used) {
            return;
        }
        DdlStatement concerned = DdlStatement.of(query, names);
        List<TableId> own = captured.values().stream()
                .filter(table -> concerned.kind(table).isPresent())
                .toList();
        Map<TableId, Optional<TableDefinition>> later =
                own.stream().filter(table -> !counts(table)).collect(Collectors.toMap(table -> table, tables::get));
        // They are known as they are at the place of their load, and not here: no more than what was made like them.
        later.keySet().forEach(tables::forgetCopies);
        later.keySet().forEach(tables::forget);
        try {
            tables.statement(query);
        } catch (IllegalArgumentException e) {
            own.forEach(tables::forget);
        }
        later.forEach((table, definition) ->
                definition.ifPresentOrElse(it -> tables.put(table, it), () -> tables.forget(table)));
        changed.addAll(own);
        tables.takeTouched().forEach(this::copied);
    }

    /** Tables that are not captured may take the place of those that are, also after a restart: the last ones are kept. */
    private void copied(TableId table) {
        if (captured(table).isPresent()) {
            return;
        }
        if (copies.remove(table) != null) {
            copied.add(new Progress.Copied(table, ""));
        }
        tables.get(table)
                .filter(it -> tables.original(table).filter(this::isLater).isEmpty())
                .ifPresent(definition -> {
                    copies.put(table, definition.toString());
                    copied.add(new Progress.Copied(table, definition.toString()));
                });
        while (copies.size() > 1
                && copies.values().stream().mapToInt(String::length).sum() > COPIES) {
            TableId oldest = copies.keySet().iterator().next();
            copies.remove(oldest);
            copied.add(new Progress.Copied(oldest, ""));
        }
    }

    private boolean isLater(TableId table) {
        return captured(table).filter(own -> !counts(own)).isPresent();
    }

    private Optional<TableId> captured(TableId table) {
        return Optional.ofNullable(captured.get(names.key(table)));
    }

    /** What has changed since this was last asked. */
    List<Progress> takeChanged() {
        if (changed.isEmpty() && copied.isEmpty()) {
            return List.of();
        }
        List<Progress> progress = new ArrayList<>(copied);
        copied.clear();
        for (TableId table : changed) {
            progress.add(
                    tables.isKnown(table)
                            ? Progress.Structured.of(table, tables.get(table))
                            : new Progress.Structured(table, ""));
        }
        changed.clear();
        return progress;
    }
}
