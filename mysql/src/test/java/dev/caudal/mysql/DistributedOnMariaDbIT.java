package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class DistributedOnMariaDbIT extends DistributedContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
