package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** Column types with values and what a message says of them. */
final class TypeCases {

    private final List<Case> cases = new ArrayList<>();

    private TypeCases() {}

    /** A column definition, values as SQL, and the JSON of each value; null where only load and log must agree. */
    record Case(String type, List<String> values, List<String> expected) {}

    /** The cases of a server. */
    static List<Case> of(TestDatabase server) {
        TypeCases cases = new TypeCases();
        boolean mariaDb = isMariaDb(server);
        TextTypes texts = new TextTypes(cases);
        new NumberTypes(cases).add();
        texts.text();
        new MomentTypes(cases).add();
        texts.enumerations();
        new BinaryTypes(cases).add(mariaDb);
        if (mariaDb) {
            new MariaDbTypes(cases).add();
        } else {
            new MySqlTypes(cases).add();
        }
        return cases.cases;
    }

    static boolean isMariaDb(TestDatabase server) {
        return server.value("SELECT VERSION()").contains("MariaDB");
    }

    /** A type with NULL and values, each followed by what a message says of it. */
    void is(String type, String... valuesAndExpected) {
        List<String> values = new ArrayList<>(List.of("NULL"));
        List<String> expected = new ArrayList<>(List.of("null"));
        for (int index = 0; index < valuesAndExpected.length; index += 2) {
            values.add(valuesAndExpected[index]);
            expected.add(valuesAndExpected[index + 1]);
        }
        cases.add(new Case(type, values, expected));
    }

    /** A type whose values a message says as SQL does. */
    void same(String type, String... values) {
        String[] pairs = new String[2 * values.length];
        for (int index = 0; index < values.length; index++) {
            pairs[2 * index] = values[index];
            pairs[2 * index + 1] = values[index];
        }
        is(type, pairs);
    }
}
