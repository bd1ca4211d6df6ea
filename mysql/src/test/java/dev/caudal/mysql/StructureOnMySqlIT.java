package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class StructureOnMySqlIT extends StructureContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
