package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.util.List;

final class DefinedTablesOfMySqlIT extends DefinedTablesContract {

    @Override
    TestDatabase server() {
        return Servers.silentMySql();
    }

    @Override
    List<String> resources() {
        return List.of("statements-columns.sql", "statements-tables.sql", "statements-mysql.sql");
    }
}
