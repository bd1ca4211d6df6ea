package dev.caudal.connect;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The object store of this machine, for sinks that shall write there instead of to Amazon.
 *
 * @param endpoint its address
 * @param key both halves of its key
 */
public record LocalStore(URI endpoint, String key) {
    /** What it adds to a sink's settings. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("store.url", endpoint.toString());
        settings.put("aws.access.key.id", key);
        settings.put("aws.secret.access.key", key);
        return settings;
    }
}
