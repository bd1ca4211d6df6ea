package dev.caudal.bench;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions that fill the log: one row each, ten mixed rows each, a thousand rows each; of the rows 20 % in the first
 * kind, 40 % in each of the others. They run inside the server, so that filling takes seconds.
 */
final class Backlog {
    /** The table that they change. */
    static final String TABLE = "city_changes";

    /** What a number of events is a multiple of. */
    static final int UNIT = 10_000;

    private static final int ROUNDS = 2;
    private static final int LARGE = 1000;

    private final Statement statement;
    private int next = 1;

    Backlog(Statement statement) {
        this.statement = statement;
    }

    /**
     * Changes an empty table.
     *
     * @param events how many rows are changed in all, a multiple of {@link #UNIT}
     */
    void write(int events) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            singles(events / ROUNDS / 5);
            tens(events / ROUNDS / 5 * 2);
            thousands(events / ROUNDS / 5 * 2);
        }
    }

    /** Insert and update in turn, each a transaction. */
    private void singles(int rows) throws SQLException {
        run(rows / 2, """
                INSERT INTO %1$s VALUES (%2$s);
                UPDATE %1$s SET Population = Population + 1 WHERE ID = i;""".formatted(table(), CityRows.of("i")));
        next += rows / 2;
    }

    /** Four rows inserted, four updated, two deleted. */
    private void tens(int rows) throws SQLException {
        run(rows / 10, """
                START TRANSACTION;
                INSERT INTO %1$s SELECT %2$s FROM bench.seq_0_to_3;
                UPDATE %1$s SET Population = Population + 1 WHERE ID BETWEEN b AND b + 3;
                DELETE FROM %1$s WHERE ID BETWEEN b + 2 AND b + 3;
                COMMIT;
                SET b = b + 4;""".formatted(table(), CityRows.of("(b + seq)")));
        next += rows / 10 * 4;
    }

    /** A thousand rows inserted, then the same updated, in turn. */
    private void thousands(int rows) throws SQLException {
        for (int done = 0; done < rows; done += LARGE) {
            if (done / LARGE % 2 == 0) {
                statement.execute("INSERT INTO %s SELECT %s FROM bench.seq_%d_to_%d"
                        .formatted(table(), CityRows.of("seq"), next, next + LARGE - 1));
            } else {
                statement.execute("UPDATE %s SET Population = Population + 1 WHERE ID BETWEEN %d AND %d"
                        .formatted(table(), next, next + LARGE - 1));
                next += LARGE;
            }
        }
        next += LARGE;
    }

    private void run(int times, String body) throws SQLException {
        statement.execute("""
                BEGIN NOT ATOMIC
                DECLARE i INT DEFAULT %1$d;
                DECLARE b INT DEFAULT %1$d;
                WHILE i < %2$d DO
                %3$s
                SET i = i + 1;
                END WHILE;
                END""".formatted(next, next + times, body));
    }

    private static String table() {
        return "bench." + TABLE;
    }
}
