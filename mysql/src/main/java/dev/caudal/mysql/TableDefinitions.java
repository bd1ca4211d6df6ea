package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Locale;
import java.util.Optional;

/**
 * Does about statements that define captured tables what the task's policies say. Used by the thread that reads the log.
 */
final class TableDefinitions {

    private final SourceConfig config;
    private final CapturedTables captured;
    private final LoadJudge judge;
    private final LogDelivery delivery;
    private final NameCase names;

    /**
     * For the reading of one log.
     *
     * @param names how the server tells names of tables apart
     */
    TableDefinitions(
            SourceConfig config, CapturedTables captured, LoadJudge judge, LogDelivery delivery, NameCase names) {
        this.config = config;
        this.captured = captured;
        this.judge = judge;
        this.delivery = delivery;
        this.names = names;
    }

    /**
     * A statement.
     *
     * @param before the place before it, where the task stops if it has to
     * @param place the place behind it
     * @param second when it was executed, by the source's clock
     */
    void statement(QueryEvent query, BinlogCoordinate before, BinlogCoordinate place, long second)
            throws InterruptedException {
        DdlStatement statement = DdlStatement.of(query, names);
        boolean told = false;
        for (TableId table : config.tables()) {
            Optional<DdlKind> kind = statement.kind(table).filter(it -> captured.has(table));
            if (kind.isPresent() && tells(table, kind.get(), query, before)) {
                told = true;
            }
        }
        if (told) {
            delivery.second(second);
            delivery.add(new Progress.Defined());
            captured.events().event(SourceEvent.TABLE_DEFINITION, "Before " + place + ": " + query.sql());
        }
    }

    private boolean tells(TableId table, DdlKind kind, QueryEvent query, BinlogCoordinate before)
            throws InterruptedException {
        DdlPolicy policy =
                judge.isLoadedBefore(table, before) ? config.policies().ddl().of(kind) : DdlPolicy.APPLY;
        return switch (policy) {
            case APPLY -> true;
            case IGNORE -> false;
            case SUSPEND -> {
                SourceException why = decided(table, kind, query, before);
                stopWhereLast(before);
                if (captured.suspend(table, why)) {
                    delivery.add(new Progress.Suspended(table, String.valueOf(why.getMessage())));
                }
                yield true;
            }
            case STOP -> {
                delivery.between(before);
                throw decided(table, kind, query, before);
            }
        };
    }

    /** A table that is the only one left stops the task when it is suspended. */
    private void stopWhereLast(BinlogCoordinate before) throws InterruptedException {
        if (captured.all().size() == 1) {
            delivery.between(before);
        }
    }

    private static SourceException decided(TableId table, DdlKind kind, QueryEvent query, BinlogCoordinate before) {
        String setting = "ddl." + kind.name().toLowerCase(Locale.ROOT) + ".policy";
        return SourceException.fatal("At " + before + " the log has '" + shortened(query.sql()) + "', which concerns "
                + table + ", and " + setting + " says not to go on. Look at what it did, then reload the table, or set "
                + setting + "=apply and resume.");
    }

    private static String shortened(String sql) {
        return sql.length() <= 500 ? sql : sql.substring(0, 500) + "\u2026";
    }
}
