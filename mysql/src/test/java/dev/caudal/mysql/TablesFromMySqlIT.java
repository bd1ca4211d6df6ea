package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class TablesFromMySqlIT extends TablesContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
