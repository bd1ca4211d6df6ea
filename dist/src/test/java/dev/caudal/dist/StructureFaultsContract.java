package dev.caudal.dist;

import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What runs a task is killed while rows and structure of tables change; {@code -Dtests.minutes=N} does it for longer. */
@Tag(Tags.LONG)
@Tag(Tags.FAULTS)
abstract class StructureFaultsContract {

    abstract TestDatabase database();

    /** A task of the platform, which keeps everything in {@code data}. */
    KilledTask task(Path data) {
        return new KilledPlatformTask(data);
    }

    @Test
    void a_task_killed_amid_definitions_and_changes_loses_and_repeats_nothing(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        try (var database = database();
                var task = task(data);
                var faults = new StructureFaults(database, task, Seeds.random("structure faults"))) {
            faults.run();
        }
    }
}
