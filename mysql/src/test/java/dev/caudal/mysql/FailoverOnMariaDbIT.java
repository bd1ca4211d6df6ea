package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;

final class FailoverOnMariaDbIT extends FailoverContract {

    @Override
    TestDatabase start(int number) {
        return TestMariaDb.start("--server-id=" + number, "--log-slave-updates=ON");
    }

    @Override
    void reset(TestDatabase server) {
        server.execute("RESET MASTER", "SET GLOBAL gtid_slave_pos = ''");
    }

    @Override
    void follow(TestDatabase replica, TestDatabase primary) {
        replica.execute(
                "CHANGE MASTER TO MASTER_HOST = '%s', MASTER_PORT = %d, MASTER_USER = 'repl', MASTER_PASSWORD = 'secret', MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0, MASTER_USE_GTID = slave_pos"
                        .formatted(primary.host(), primary.port()),
                "START SLAVE");
    }

    @Override
    void endFollowing(TestDatabase replica) {
        replica.execute("STOP SLAVE");
    }

    @Override
    String otherDomain() {
        return "SET SESSION gtid_domain_id = 7";
    }
}
