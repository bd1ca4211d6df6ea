package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class DefinitionsFromMariaDbIT extends DefinitionsContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
