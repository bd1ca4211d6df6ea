package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What was prepared may be compressed, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DistributedOnCompressedMySqlIT extends DistributedContract {

    private TestDatabase server;

    @BeforeAll
    void startServer() {
        server = TestMySql.start("--binlog-transaction-compression=ON");
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
