package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.util.List;

final class DefinedTablesOfMariaDbIT extends DefinedTablesContract {

    @Override
    TestDatabase server() {
        return Servers.silentMariaDb();
    }

    @Override
    List<String> resources() {
        return List.of("statements-columns.sql", "statements-tables.sql", "statements-mariadb.sql");
    }
}
