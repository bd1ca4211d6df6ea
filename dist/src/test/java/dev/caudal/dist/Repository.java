package dev.caudal.dist;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that is tested. */
final class Repository {

    private static final Path ROOT =
            Path.of(System.getProperty("caudal.root", "..")).toAbsolutePath();

    private Repository() {}

    /** The class path folder of a stock Connect worker, {@code version} as in {@code 4.3}. */
    static Path worker(String version) {
        Path libs = ROOT.resolve("testkit/workers/kafka-" + version + "/target/libs");
        if (!Files.isDirectory(libs)) {
            throw new AssertionError("Build the stock worker first: mvn package -pl testkit/workers/kafka-" + version);
        }
        return libs;
    }

    /** The folders for a worker's plugin.path. */
    static String plugins() {
        return ROOT.resolve("replicate/target/plugins") + "," + ROOT.resolve("s3/target/plugins");
    }

    /** The program's jars. */
    static Path program() {
        return ROOT.resolve("dist/target/caudal/lib");
    }

    /** A file of the checkout. */
    static Path file(String name) {
        return ROOT.resolve(name);
    }
}
