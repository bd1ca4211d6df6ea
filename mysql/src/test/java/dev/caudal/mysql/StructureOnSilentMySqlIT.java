package dev.caudal.mysql;

import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;

/** The same where the log does not name columns. */
@Tag(Tags.LONG)
final class StructureOnSilentMySqlIT extends StructureContract {

    @Override
    TestDatabase server() {
        return Servers.silentMySql();
    }
}
