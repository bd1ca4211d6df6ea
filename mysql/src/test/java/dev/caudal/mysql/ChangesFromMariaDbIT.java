package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class ChangesFromMariaDbIT extends ChangesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
