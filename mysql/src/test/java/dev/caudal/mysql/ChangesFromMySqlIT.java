package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class ChangesFromMySqlIT extends ChangesContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
