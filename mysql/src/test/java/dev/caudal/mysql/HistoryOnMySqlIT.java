package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class HistoryOnMySqlIT extends HistoryContract {

    @Override
    TestDatabase server() {
        return Servers.silentMySql();
    }
}
