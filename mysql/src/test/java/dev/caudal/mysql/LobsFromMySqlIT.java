package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LobsFromMySqlIT extends LobsContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
