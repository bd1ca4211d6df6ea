package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;

final class StructureFaultsOnMySqlIT extends StructureFaultsContract {

    @Override
    TestDatabase database() {
        return TestMySql.start();
    }
}
