package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A log that the server compresses is read like any other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangesFromCompressedMySqlIT extends ChangesContract {

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
