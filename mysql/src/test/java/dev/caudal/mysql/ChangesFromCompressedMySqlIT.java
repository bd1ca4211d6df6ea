package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

/** A log that the server compresses is read like any other. */
final class ChangesFromCompressedMySqlIT extends ChangesContract {

    @Override
    TestDatabase server() {
        return Servers.compressedMySql();
    }
}
