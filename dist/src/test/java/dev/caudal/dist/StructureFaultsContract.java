package dev.caudal.dist;

import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The platform is killed while rows and structure of tables change; {@code -Dtests.minutes=N} does it for longer. */
@Tag(Tags.LONG)
@Tag(Tags.FAULTS)
abstract class StructureFaultsContract {

    abstract TestDatabase start();

    @Test
    void a_platform_killed_amid_definitions_and_changes_loses_and_repeats_nothing(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        try (var database = start();
                var task = new KilledPlatformTask(data);
                var faults = new StructureFaults(database, task, Seeds.random("structure faults"))) {
            faults.run();
        }
    }
}
