package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;

/** The same where the log does not name columns. */
final class StructureFaultsOnSilentMariaDbIT extends StructureFaultsContract {

    @Override
    TestDatabase database() {
        return TestMariaDb.start("--binlog-row-metadata=NO_LOG");
    }
}
