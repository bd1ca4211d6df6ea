package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;

/** The same where the log does not name columns. */
final class StructureFaultsOnSilentMySqlIT extends StructureFaultsContract {

    @Override
    TestDatabase database() {
        return TestMySql.start("--binlog-row-metadata=MINIMAL");
    }
}
