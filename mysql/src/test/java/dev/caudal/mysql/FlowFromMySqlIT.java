package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class FlowFromMySqlIT extends FlowContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
