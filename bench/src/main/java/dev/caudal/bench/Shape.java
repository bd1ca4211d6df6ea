package dev.caudal.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tables that are loaded.
 *
 * @param tables how many, at least 1
 * @param rows how many rows each has
 * @param columns how many columns each has, at least 5: those of {@code city}, then numbers and short texts in turn
 * @param rowBytes bytes of a text at the end of each row, 0 for none
 */
record Shape(int tables, int rows, int columns, int rowBytes) {
    /** The columns of {@code city}. */
    static final int CITY = 5;

    private static final int SAMPLE = 512;

    /** Names of the tables, without their schema. */
    List<String> names() {
        return tables == 1
                ? List.of("city")
                : IntStream.rangeClosed(1, tables)
                        .mapToObj("city_%03d"::formatted)
                        .toList();
    }

    /** How many rows all tables have. */
    long total() {
        return (long) tables * rows;
    }

    /** The definition of a table. */
    String definition(String table) {
        var sql = new StringBuilder("CREATE TABLE bench." + table + " (" + CityRows.COLUMNS);
        for (int column = CITY + 1; column <= columns; column++) {
            sql.append(", C%03d %s".formatted(column, isNumber(column) ? "INT" : "VARCHAR(16)"));
        }
        if (rowBytes > 0) {
            sql.append(", Body MEDIUMTEXT");
        }
        return sql.append(", PRIMARY KEY (ID)) ENGINE=InnoDB").toString();
    }

    /** The statement that fills a table. */
    String filling(String table) {
        var sql = new StringBuilder("INSERT INTO bench." + table + " SELECT " + CityRows.of("seq"));
        for (int column = CITY + 1; column <= columns; column++) {
            sql.append(isNumber(column) ? ", seq * %d %% 1000003".formatted(column) : ", CONCAT('text ', seq)");
        }
        if (rowBytes > 0) {
            int times = Math.max(1, rowBytes / (2 * SAMPLE));
            sql.append(", REPEAT(HEX(RANDOM_BYTES(" + SAMPLE + ")), " + times + ")");
        }
        return sql.append(" FROM bench.seq_1_to_" + rows).toString();
    }

    private static boolean isNumber(int column) {
        return column % 2 == 0;
    }
}
