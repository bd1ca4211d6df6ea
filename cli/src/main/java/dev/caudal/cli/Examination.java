package dev.caudal.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.caudal.cluster.ClusterSettings;
import dev.caudal.core.Count;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.LocalS3;
import dev.caudal.local.LocalServerException;
import dev.caudal.local.Port;
import dev.caudal.rest.RestProxyConfig;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.endpoint.Check;
import dev.caudal.server.endpoint.Check.Status;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a platform in a folder needs of this machine, looked at without changing anything. */
final class Examination {
    private static final long MEGABYTE = 1 << 20;

    /** What a platform with one broker and a task use at most; measured, docs/performance.md. */
    private static final long MEMORY = 2_000 * MEGABYTE;

    private static final long SPACE = 2_000 * MEGABYTE;

    /** Kafka's broker holds two files for each segment of each partition. */
    private static final long FILES = 10_000;

    private static final Map<Integer, String> PORTS = new TreeMap<>(Map.of(
            PlatformSettings.KAFKA_PORT, "Kafka",
            PlatformSettings.API_PORT, "the API and the console",
            RestProxyConfig.USUAL_PORT, "the REST proxy",
            PlatformSettings.CONNECT_PORT, "Connect",
            ClusterSettings.USUAL_PORT, "the clusters' API",
            LocalS3.USUAL_PORT, "the object store"));

    private final LocalDirectory folder;
    private final List<Check> checks = new ArrayList<>();

    Examination(LocalDirectory folder) {
        this.folder = folder;
    }

    List<Check> checks() {
        add(
                "java",
                "Java",
                Status.PASSED,
                "%s in %s".formatted(Runtime.version(), System.getProperty("java.home")),
                "");
        memory();
        files();
        folder();
        checks.add(TemporaryFolder.check());
        loopback();
        ports();
        database();
        processes();
        return checks;
    }

    private void memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system.getTotalMemorySize();
        judge(
                "memory",
                "Memory",
                all >= MEMORY,
                "%d MB in all, %s".formatted(all / MEGABYTE, Count.of(system.getAvailableProcessors(), "processor")),
                "A platform takes up to %d MB. 'caudal up --no-clusters' takes less.".formatted(MEMORY / MEGABYTE));
    }

    private void files() {
        if (ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                instanceof UnixOperatingSystemMXBean system) {
            long most = system.getMaxFileDescriptorCount();
            judge(
                    "open-files",
                    "Open files",
                    most >= FILES,
                    "%d at most in a process".formatted(most),
                    "Kafka holds files open for each partition. Raise it: 'ulimit -n %d' before the start."
                            .formatted(FILES));
        }
    }

    private void folder() {
        var root = folder.root().toAbsolutePath();
        var existing = Stream.iterate(root, Path::getParent)
                .takeWhile(each -> each != null)
                .filter(Files::exists)
                .findFirst()
                .orElse(root);
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            add(
                    "folder",
                    "Data folder",
                    Status.FAILED,
                    "%s cannot be written by %s".formatted(existing, System.getProperty("user.name")),
                    "Give another one with --data DIR or CAUDAL_DATA.");
            return;
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            judge(
                    "folder",
                    "Data folder",
                    free >= SPACE,
                    "%s, %d MB free".formatted(root, free / MEGABYTE),
                    "Less than %d MB are soon full. Free some, or give another folder with --data DIR."
                            .formatted(SPACE / MEGABYTE));
        } catch (IOException e) {
            add("folder", "Data folder", Status.WARNING, "%s: %s".formatted(existing, e.getMessage()), "");
        }
    }

    private void loopback() {
        try {
            var address = InetAddress.getByName("localhost");
            judge(
                    "localhost",
                    "Name localhost",
                    address.isLoopbackAddress(),
                    "is " + address.getHostAddress(),
                    "Mend /etc/hosts: it shall be 127.0.0.1.");
        } catch (UnknownHostException e) {
            add(
                    "localhost",
                    "Name localhost",
                    Status.FAILED,
                    "is not known",
                    "Add '127.0.0.1 localhost' to /etc/hosts.");
        }
    }

    private void ports() {
        var taken = PORTS.entrySet().stream()
                .filter(port -> !isFree(port.getKey()))
                .map(port -> "%d (%s)".formatted(port.getKey(), port.getValue()))
                .toList();
        boolean ours = StatusRow.all(folder).anyMatch(StatusRow::isAlive);
        if (taken.isEmpty() || ours) {
            add("ports", "Ports", Status.PASSED, taken.isEmpty() ? "All are free" : "The platform has its ports", "");
        } else {
            add(
                    "ports",
                    "Ports",
                    Status.WARNING,
                    "Taken: " + String.join(", ", taken),
                    "'caudal up' takes the next free ones and prints them. 'caudal up --help' has options for others.");
        }
    }

    private static boolean isFree(int port) {
        try {
            Port.exactly(port).choose("a server");
            return true;
        } catch (LocalServerException e) {
            return false;
        }
    }

    private void database() {
        boolean there = LocalMariaDb.hasPrograms(folder.root().resolve("servers"));
        add(
                "database",
                "Database of the demo",
                Status.PASSED,
                there ? "MariaDB's programs are here" : "Fetched by Maven when it is first asked for",
                "");
    }

    private void processes() {
        var rows = StatusRow.all(folder).toList();
        var troubles = rows.stream().flatMap(row -> row.trouble().stream()).toList();
        if (troubles.isEmpty()) {
            long alive = rows.stream().filter(StatusRow::isAlive).count();
            add(
                    "platform",
                    "Platform",
                    Status.PASSED,
                    alive == 0 ? "None runs" : "Runs, with " + alive + (alive == 1 ? " process" : " processes"),
                    "");
        }
        troubles.forEach(trouble -> add(
                "platform",
                "Platform",
                trouble.needsPerson() ? Status.FAILED : Status.WARNING,
                StatusRow.sentence(trouble),
                "Read that log; 'caudal status' shows all processes."));
    }

    private void judge(String id, String title, boolean good, String detail, String remedy) {
        add(id, title, good ? Status.PASSED : Status.WARNING, detail, good ? "" : remedy);
    }

    private void add(String id, String title, Status status, String detail, String remedy) {
        checks.add(new Check(id, title, status, detail, remedy));
    }
}
