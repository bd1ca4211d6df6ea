package dev.caudal.s3.restore;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object as a sink without an archive names it: {@code TOPIC+PARTITION+OFFSET.EXTENSION}.
 *
 * @param key its key
 * @param stem the key without the extension, for its siblings
 * @param extension begins with a dot
 * @param partition from 0 on
 * @param startOffset of the first record
 */
record PlainObject(String key, String stem, String extension, int partition, long startOffset) {
    private static final Pattern NAME = Pattern.compile("\\+(\\d+)\\+(\\d+)(\\.[^/]*)$");

    /** Reads a key; empty when it is not an object of that topic. */
    static Optional<PlainObject> parse(String topic, String key) {
        var name = key.substring(key.lastIndexOf('/') + 1);
        var matcher = NAME.matcher(name);
        if (!name.startsWith(topic + "+") || !matcher.find() || matcher.start() != topic.length()) {
            return Optional.empty();
        }
        var extension = matcher.group(3);
        return Optional.of(new PlainObject(
                key,
                key.substring(0, key.length() - extension.length()),
                extension,
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2))));
    }

    /** Whether it has keys or headers of another object's records. */
    boolean isSibling() {
        return extension.startsWith(".keys.") || extension.startsWith(".headers.");
    }

    boolean isCompressed() {
        return extension.endsWith(".gz");
    }

    /** Whether its records are lines. */
    boolean hasLines() {
        return !extension.endsWith(".avro") && !extension.endsWith(".parquet");
    }
}
