package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class ShapesFromMySqlIT extends ShapesContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
