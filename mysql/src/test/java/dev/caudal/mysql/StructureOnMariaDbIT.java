package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class StructureOnMariaDbIT extends StructureContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
