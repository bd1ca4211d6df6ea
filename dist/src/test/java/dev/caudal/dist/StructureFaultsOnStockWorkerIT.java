package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import java.nio.file.Path;

/** The same in a worker that knows nothing of Caudal, where the log does not name columns. */
final class StructureFaultsOnStockWorkerIT extends StructureFaultsContract {

    @Override
    TestDatabase database() {
        return TestMariaDb.start("--binlog-row-metadata=NO_LOG");
    }

    @Override
    KilledTask task(Path data) {
        return new KilledWorkerTask("4.3");
    }
}
