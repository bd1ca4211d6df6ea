package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LoadFromMySqlIT extends LoadContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
