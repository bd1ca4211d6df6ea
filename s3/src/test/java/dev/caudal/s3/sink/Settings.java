package dev.caudal.s3.sink;

import java.util.HashMap;
import java.util.Map;

/** The least that a sink needs. */
final class Settings {
    private Settings() {}

    /** And more or other ones in pairs. */
    static Map<String, String> with(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "s3.bucket.name", "b", "flush.size", "3", "storage.class", "S3Storage", "format.class", "JsonFormat"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
