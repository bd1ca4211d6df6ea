package dev.caudal.connect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.runtime.isolation.PluginDesc;
import org.apache.kafka.connect.runtime.isolation.Plugins;

/** Names of other makers' connectors that ours takes the place of, unless those are really installed. */
final class Aliases {
    /** Our sink. */
    static final String SINK = "dev.caudal.s3.sink.S3SinkConnector";

    private static final Map<String, Set<String>> NAMES =
            Map.of(SINK, Set.of("io.confluent.connect.s3.S3SinkConnector", "S3SinkConnector", "S3Sink"));

    private Aliases() {}

    /** The class of ours that runs what a file calls so; empty when the name stays as it is. */
    static Optional<String> ours(String name, Plugins plugins) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .filter(ours -> plugins.connectors().stream()
                        .map(PluginDesc::className)
                        .noneMatch(installed -> !installed.equals(ours) && isCalled(installed, name)))
                .findFirst();
    }

    private static boolean isCalled(String className, String name) {
        var simple = className.substring(className.lastIndexOf('.') + 1);
        return className.equals(name) || simple.equals(name) || simple.equals(name + "Connector");
    }
}
