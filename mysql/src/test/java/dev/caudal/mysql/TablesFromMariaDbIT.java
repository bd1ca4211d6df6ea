package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class TablesFromMariaDbIT extends TablesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
