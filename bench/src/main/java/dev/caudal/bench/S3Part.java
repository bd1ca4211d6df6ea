package dev.caudal.bench;

import java.util.Map;

/** What is measured of the sink into a bucket and of the way back. */
enum S3Part {
    /** The sink with the document's settings, and the converter that the launcher gives it. */
    SINK("dev.caudal.s3.sink.RawJsonConverter", 1),
    /** The sink as {@code caudal backup create} sets it. */
    SINK_BYTES("org.apache.kafka.connect.converters.ByteArrayConverter", 1),
    /** The sink with the document's settings in a stock worker. */
    SINK_JSON("org.apache.kafka.connect.json.JsonConverter", 1),
    /** The sink with two hundred open objects. */
    OPEN_FILES("dev.caudal.s3.sink.RawJsonConverter", 200),
    /** A restore. */
    RESTORE("org.apache.kafka.connect.converters.ByteArrayConverter", 1);

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private final String converter;
    private final int folders;

    S3Part(String converter, int folders) {
        this.converter = converter;
        this.folders = folders;
    }

    /** The folders that records go to in turn: each is an object that is open. */
    int folders() {
        return folders;
    }

    /** Whether the sink is what is measured. */
    boolean isSink() {
        return this != RESTORE;
    }

    /** What the converters need. */
    Map<String, String> converters() {
        return converter.equals(BYTES)
                ? Map.of("key.converter", BYTES, "value.converter", BYTES, "caudal.json.bytes", "verbatim")
                : Map.of(
                        "key.converter",
                        converter,
                        "key.converter.schemas.enable",
                        "false",
                        "value.converter",
                        converter,
                        "value.converter.schemas.enable",
                        "false");
    }
}
