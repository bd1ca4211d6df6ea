package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LogSearchFromMariaDbIT extends LogSearchContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
