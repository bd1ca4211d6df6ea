package dev.caudal.cli;

import java.util.List;

/**
 * A database transaction of the demo.
 *
 * @param title what it shows
 * @param statements its SQL
 * @param messages how many messages it makes
 */
record DemoChange(String title, List<String> statements, int messages) {
    private static final String CIBINONG = "Name = 'Cibinong' AND CountryCode = 'IDN' AND Population = ";

    /** In this order; at the end the table is as it was. Only the newest row is touched: there may be another Cibinong. */
    static final List<DemoChange> ALL = List.of(
            one("an insert", insert("Cibinong", 101_300)),
            one(
                    "an update",
                    "UPDATE city SET Population = 101301 WHERE " + CIBINONG + "101300 ORDER BY ID DESC LIMIT 1"),
            one("a delete", "DELETE FROM city WHERE " + CIBINONG + "101301 ORDER BY ID DESC LIMIT 1"),
            new DemoChange(
                    "a transaction of several rows",
                    List.of(
                            insert("Cileungsi", 246_000),
                            insert("Gunung Putri", 243_000),
                            "UPDATE city SET Population = 246001"
                                    + " WHERE Name = 'Cileungsi' AND Population = 246000 ORDER BY ID DESC LIMIT 1",
                            "DELETE FROM city WHERE Name = 'Cileungsi' AND Population = 246001 ORDER BY ID DESC LIMIT 1",
                            "DELETE FROM city WHERE Name = 'Gunung Putri' AND Population = 243000 ORDER BY ID DESC LIMIT 1"),
                    5));

    private static DemoChange one(String title, String statement) {
        return new DemoChange(title, List.of(statement), 1);
    }

    private static String insert(String name, int population) {
        return "INSERT INTO city (Name, CountryCode, District, Population) VALUES ('%s', 'IDN', 'West Java', %d)"
                .formatted(name, population);
    }
}
