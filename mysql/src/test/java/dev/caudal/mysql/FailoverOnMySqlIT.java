package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;

final class FailoverOnMySqlIT extends FailoverContract {

    @Override
    TestDatabase start(int number) {
        return TestMySql.start("--server-id=" + number);
    }

    @Override
    void reset(TestDatabase server) {
        server.execute("RESET BINARY LOGS AND GTIDS");
    }

    @Override
    void follow(TestDatabase replica, TestDatabase primary) {
        replica.execute(
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '%s', SOURCE_PORT = %d, SOURCE_USER = 'repl', SOURCE_PASSWORD = 'secret', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1"
                        .formatted(primary.host(), primary.port()),
                "START REPLICA");
    }

    @Override
    void endFollowing(TestDatabase replica) {
        replica.execute("STOP REPLICA");
    }

    @Override
    String otherDomain() {
        return "DO 0";
    }
}
