package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

/** What was prepared may be compressed, too. */
final class DistributedOnCompressedMySqlIT extends DistributedContract {

    @Override
    TestDatabase server() {
        return Servers.compressedMySql();
    }
}
