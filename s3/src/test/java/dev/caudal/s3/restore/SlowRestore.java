package dev.caudal.s3.restore;

import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** A restore in a process of its own, slow enough to be killed. */
final class SlowRestore {
    private static final long MILLIS_PER_RECORD = 20;

    private SlowRestore() {}

    /** Its arguments are a file with the bucket's settings, the servers and the cluster. */
    public static void main(String[] arguments) throws Exception {
        var properties = new Properties();
        try (var in = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(in);
        }
        var store = new HashMap<String, String>();
        properties.forEach((name, value) -> store.put(name.toString(), value.toString()));
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        // Only one small batch of each partition is sent before the first answer holds it up.
        var all = RestoreSettings.all(Map.of(
                "bootstrap.servers", arguments[1], "max.in.flight.requests.per.connection", 1, "batch.size", 4000));
        var settings = new RestoreSettings(
                all.kafka(),
                Optional.of(arguments[2]),
                all.topics(),
                all.topicsDir(),
                all.until(),
                all.replicas(),
                all.parallel(),
                true,
                true,
                false);
        try (var bucket = ObjectStore.open(new AbstractConfig(definition, store, false))) {
            var unused = new Restore(bucket, settings, new Slow()).run();
        }
    }

    /** Holds the producer up. */
    private static final class Slow implements RestoreListener {
        @Override
        public void note(String text) {}

        @Override
        public void sent(long records) {
            try {
                Thread.sleep(MILLIS_PER_RECORD * records);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
