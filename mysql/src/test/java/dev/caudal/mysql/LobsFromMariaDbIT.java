package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LobsFromMariaDbIT extends LobsContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
