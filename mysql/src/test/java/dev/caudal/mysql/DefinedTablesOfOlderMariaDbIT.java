package dev.caudal.mysql;

import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag(Tags.LONG)
final class DefinedTablesOfOlderMariaDbIT extends DefinedTablesContract {

    @Override
    TestDatabase server() {
        return Servers.silentOlderMariaDb();
    }

    @Override
    List<String> resources() {
        return List.of("statements-columns.sql", "statements-tables.sql", "statements-mariadb.sql");
    }
}
