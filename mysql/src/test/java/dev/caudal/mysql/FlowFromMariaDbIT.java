package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class FlowFromMariaDbIT extends FlowContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
