package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class DefinitionsFromMySqlIT extends DefinitionsContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
