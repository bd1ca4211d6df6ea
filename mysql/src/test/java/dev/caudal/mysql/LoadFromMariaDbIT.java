package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LoadFromMariaDbIT extends LoadContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
