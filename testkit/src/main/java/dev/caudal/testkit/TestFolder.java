package dev.caudal.testkit;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders of the servers that this test process started.
 *
 * <p>Servers outlive their parent. So that no killed test run leaves any, each folder names its owner: the next run stops and
 * deletes what belongs to owners that are gone.
 */
final class TestFolder {
    private static final String OWNER = "owner";
    private static final Path PARENT =
            Path.of(System.getProperty("java.io.tmpdir"), "caudal-tests-" + System.getProperty("user.name"));
    private static final Set<LocalDirectory> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(TestFolder::delete), "stop-test-servers"));
        sweep();
    }

    private TestFolder() {}

    /** A new folder of this process. */
    static LocalDirectory create(String name) {
        try {
            var folder = new LocalDirectory(Files.createTempDirectory(Files.createDirectories(PARENT), name));
            ProcessRecord.ofThisProcess(OWNER, 0).write(folder);
            OPEN.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what runs in a folder and deletes it. */
    static void delete(LocalDirectory folder) {
        new ChildProcesses(folder).stopAll();
        Folders.delete(folder.root());
        OPEN.remove(folder);
    }

    /** What tests keep between runs: unpacked servers. */
    static Path cache() {
        return Path.of(System.getProperty("caudal.cache", System.getProperty("user.home") + "/.cache/caudal"));
    }

    private static void sweep() {
        try (var folders = Files.list(Files.createDirectories(PARENT))) {
            folders.map(LocalDirectory::new).filter(TestFolder::isAbandoned).forEach(TestFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(LocalDirectory folder) {
        return ProcessRecord.read(folder, OWNER).map(owner -> !owner.isAlive()).orElse(false);
    }
}
