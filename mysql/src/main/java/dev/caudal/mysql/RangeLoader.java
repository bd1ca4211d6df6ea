package dev.caudal.mysql;

import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads the rows of one range of keys in the order of keys and hands them on in batches, each with how far it comes. A
 * table without a range key is one range, of which only the end is noted.
 */
final class RangeLoader {

    private static final int BATCH_ROWS = 1000;
    private static final int BATCH_BYTES = 1 << 20;

    /** Rows after which it is noted how far the load is, also where a filter lets none through. */
    private static final int MOST_READ = 50_000;

    private final TableStructure structure;
    private final TableLoad load;
    private final LoadedRanges.Gap range;
    private final BinlogCoordinate at;
    private final SourceConfig config;

    private final List<Message> messages = new ArrayList<>();
    private final List<DataError> errors = new ArrayList<>();
    private long bytes;
    private int read;
    private boolean begun;
    private boolean cut;

    RangeLoader(
            TableStructure structure,
            TableLoad load,
            LoadedRanges.Gap range,
            BinlogCoordinate at,
            SourceConfig config) {
        this.structure = structure;
        this.load = load;
        this.range = range;
        this.at = at;
        this.config = config;
    }

    TableId table() {
        return structure.id();
    }

    /**
     * Reads the range on {@code connection}, which is of no more use if the range was cut.
     *
     * @param epoch whose connection it is
     * @param expired whether to stop at the next row, where the range can be cut
     * @throws SourceException if the table was changed under the snapshot, or reading failed
     */
    void load(SourceConnection connection, Epoch epoch, Outlet out, BooleanSupplier expired)
            throws InterruptedException {
        connection.execute("SAVEPOINT caudal");
        epoch.hold(connection, table());
        try (LoadRow row = new LoadRow(structure, config, load.number())) {
            load(row, connection, out, expired);
        }
        if (!cut) {
            connection.execute("ROLLBACK TO SAVEPOINT caudal");
        }
    }

    private void load(LoadRow row, SourceConnection connection, Outlet out, BooleanSupplier expired)
            throws InterruptedException {
        String sql = query(row);
        try (Statement statement = connection.streaming();
                ResultSet rows = statement.executeQuery(sql)) {
            while (!cut && rows.next()) {
                read++;
                add(row, rows);
                if (messages.size() + errors.size() == BATCH_ROWS || bytes >= BATCH_BYTES || read == MOST_READ) {
                    handOn(out, structure.hasRangeKey() ? row.rangeKey(rows) : range.from());
                    cut = structure.hasRangeKey() && expired.getAsBoolean();
                }
            }
            if (cut) {
                connection.abort();
            } else {
                end(out);
            }
        } catch (SQLException e) {
            if (!cut) {
                throw connection.failed(sql, e);
            }
        }
    }

    private String query(LoadRow row) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(row.expressions())
                .append(" FROM ")
                .append(Epoch.tableName(structure.id()));
        if (structure.hasRangeKey()) {
            Column key = structure.keyColumn();
            String name = SourceConnection.identifier(key.name());
            sql.append(" WHERE TRUE");
            if (range.from() != Long.MIN_VALUE) {
                sql.append(" AND ").append(name).append(" >= ").append(literal(range.from(), key));
            }
            if (range.to() != Long.MAX_VALUE) {
                sql.append(" AND ").append(name).append(" <= ").append(literal(range.to(), key));
            }
            sql.append(" ORDER BY ").append(name);
        }
        return sql.toString();
    }

    private static String literal(long ordered, Column key) {
        return LoadedRanges.literal(ordered, key.unsigned());
    }

    private void add(LoadRow row, ResultSet rows) throws SQLException {
        try {
            if (row.accepts(rows)) {
                Message message = row.message(rows);
                messages.add(message);
                bytes += message.size();
            }
        } catch (RowException e) {
            failed(row.error(at, e));
        }
    }

    private void failed(DataError error) {
        if (config.policies().dataErrors() != DataErrorPolicy.LOG) {
            throw SourceException.ofRow(error);
        }
        errors.add(error);
        bytes += error.size();
    }

    private void handOn(Outlet out, long key) throws InterruptedException {
        if (structure.hasRangeKey()) {
            send(out, List.of(loaded(key)));
        } else {
            send(out, begun ? List.of() : List.of(new Progress.LoadStarted(structure.id(), load)));
        }
        begun = true;
    }

    private void end(Outlet out) throws InterruptedException {
        send(out, List.of(loaded(range.to())));
    }

    private Progress loaded(long to) {
        return new Progress.Loaded(structure.id(), load.number(), new LoadedRanges.Range(range.from(), to, at));
    }

    private void send(Outlet out, List<Progress> progress) throws InterruptedException {
        out.send(new Batch(messages, errors, progress, 0));
        messages.clear();
        errors.clear();
        bytes = 0;
        read = 0;
    }
}
