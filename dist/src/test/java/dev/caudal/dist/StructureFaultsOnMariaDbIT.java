package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;

final class StructureFaultsOnMariaDbIT extends StructureFaultsContract {

    @Override
    TestDatabase database() {
        return TestMariaDb.start();
    }
}
