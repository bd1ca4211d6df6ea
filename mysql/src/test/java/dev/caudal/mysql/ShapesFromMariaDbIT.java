package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class ShapesFromMariaDbIT extends ShapesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
