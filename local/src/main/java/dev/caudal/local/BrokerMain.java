package dev.caudal.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's own process: formats an empty data folder, then serves until it is told to end. */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs a broker.
     *
     * @param arguments the file with the broker's properties, and the cluster's id where it has several nodes
     * @throws Exception when it cannot start; the text is the broker's own
     */
    public static void main(String[] arguments) throws Exception {
        var settings = read(Path.of(arguments[0]));
        var cluster = arguments.length > 1 ? arguments[1] : Uuid.randomUuid().toString();
        format(settings.getProperty("log.dirs"), Integer.parseInt(settings.getProperty("node.id")), cluster);
        var node = new KafkaNode(new KafkaConfig(settings, false));
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop"));
        try {
            node.start();
        } catch (RuntimeException e) {
            // Half of a broker keeps its threads: without an exit the process would stay and serve nothing.
            e.printStackTrace();
            System.exit(1);
        }
        node.awaitStop();
    }

    private static Properties read(Path file) throws IOException {
        var settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }

    private static void format(String folder, int node, String cluster) throws Exception {
        if (Files.exists(Path.of(folder, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(cluster)
                .setNodeId(node)
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(false)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(folder)
                .setDirectories(List.of(folder))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .run();
    }
}
