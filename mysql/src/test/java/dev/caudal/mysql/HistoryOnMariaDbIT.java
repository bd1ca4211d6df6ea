package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class HistoryOnMariaDbIT extends HistoryContract {

    @Override
    TestDatabase server() {
        return Servers.silentMariaDb();
    }
}
