package dev.caudal.mysql;

import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag(Tags.LONG)
final class HistoryOnOlderMariaDbIT extends HistoryContract {

    @Override
    TestDatabase server() {
        return Servers.silentOlderMariaDb();
    }
}
