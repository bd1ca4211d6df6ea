package dev.caudal.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;

/**
 * What a connector is created with instead of what its file says.
 *
 * @param written the file's settings
 * @param used the settings with our class for an alias, and with what belongs to it
 */
record Substitutes(Map<String, String> written, Map<String, String> used) {
    private static final String CLASS = ConnectorConfig.CONNECTOR_CLASS_CONFIG;
    private static final String STORE = "store.url";
    private static final String SNAPSHOTS = OwnSink.CLUSTER + "bootstrap.servers";

    static Substitutes of(ConnectorFile file, WorkerFile worker, Plugins plugins, Optional<LocalStore> store) {
        var used = new LinkedHashMap<>(file.settings());
        Aliases.ours(used.getOrDefault(CLASS, ""), plugins).ifPresent(ours -> used.put(CLASS, ours));
        if (Aliases.SINK.equals(used.get(CLASS))) {
            OwnSink.complete(used, worker);
            store.ifPresent(local -> used.putAll(local.settings()));
        }
        return new Substitutes(file.settings(), used);
    }

    /** One line for each that changes what happens. */
    List<String> notes() {
        return Stream.of(
                        note(CLASS, "%2$s is run by %1$s"),
                        note(
                                OwnSink.VALUE_CONVERTER,
                                "%s instead of %s, so that the bytes of the messages are kept (" + OwnSink.RAW
                                        + "=false for the latter)"),
                        note(SNAPSHOTS, "backs up topics' settings and the places of consumer groups of %s, too"),
                        note(STORE, "writes to %s"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> note(String key, String text) {
        var before = written.getOrDefault(key, "");
        var now = used.getOrDefault(key, "");
        return before.equals(now) ? Optional.empty() : Optional.of(String.format(text, now, before));
    }
}
