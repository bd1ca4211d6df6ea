package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class DistributedOnMySqlIT extends DistributedContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
