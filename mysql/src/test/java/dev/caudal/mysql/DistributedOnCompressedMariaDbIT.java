package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What was prepared may be compressed, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DistributedOnCompressedMariaDbIT extends DistributedContract {

    private TestDatabase server;

    @BeforeAll
    void startServer() {
        server = TestMariaDb.start("--log-bin-compress=ON", "--log-bin-compress-min-len=10");
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Override
    TestDatabase server() {
        return server;
    }
}
