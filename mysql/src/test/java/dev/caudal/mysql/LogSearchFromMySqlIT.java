package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LogSearchFromMySqlIT extends LogSearchContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
