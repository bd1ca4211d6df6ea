package dev.caudal.s3.sink;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.caudal.s3.store.StoreDefinition;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Defines what is written and when: Confluent's settings. */
final class SinkDefinition {

    static final String NO_EFFECT = "Accepted, without effect.";

    private SinkDefinition() {}

    /** All settings of the connector. */
    static ConfigDef all() {
        ConfigDef def = new ConfigDef();
        defineRotation(def);
        defineContent(def);
        defineNulls(def);
        PlaceDefinition.addTo(def);
        StoreDefinition.addTo(def);
        ArchiveDefinition.addTo(def);
        defineIgnored(def);
        return def;
    }

    private static void defineRotation(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Rotation");
        group.add(
                Setting.FLUSH_SIZE,
                ConfigDef.Type.INT,
                NO_DEFAULT_VALUE,
                null,
                HIGH,
                "Records of one Kafka partition, over all its open objects, after which they are completed.");
        group.add(
                Setting.ROTATE_INTERVAL,
                ConfigDef.Type.LONG,
                -1L,
                null,
                HIGH,
                "Milliseconds of the records' own time after which objects are completed, with a time partitioner only; a"
                        + " record that is later than that completes them. -1 is off.");
        group.add(
                Setting.ROTATE_SCHEDULE,
                ConfigDef.Type.LONG,
                -1L,
                null,
                MEDIUM,
                "Milliseconds by the clock after which objects are completed, counted from midnight in the time zone. -1 is"
                        + " off.");
        group.add(
                Setting.ROTATE_ON_CHANGE,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                LOW,
                "With rotate.interval.ms, complete objects when a record goes into another folder than the one before.");
        group.add(
                Setting.MAX_OPEN,
                ConfigDef.Type.INT,
                -1,
                null,
                LOW,
                "Open objects of a Kafka partition before they are completed; -1 is no limit.");
        group.add(
                Setting.COMPATIBILITY,
                ConfigDef.Type.STRING,
                "NONE",
                null,
                HIGH,
                "When another schema completes objects: NONE (always), BACKWARD, FORWARD or FULL; another text means NONE.");
        group.add(
                Setting.MAX_WRITE,
                ConfigDef.Type.LONG,
                Long.MAX_VALUE,
                Range.atLeast(1),
                LOW,
                "Milliseconds after which a call of the task comes back to Kafka, whatever is left to write.");
        group.add(
                Setting.RETRY_BACKOFF,
                ConfigDef.Type.LONG,
                5000L,
                Range.atLeast(0),
                LOW,
                "Pause in milliseconds before the task tries again what the store did not do.");
    }

    private static void defineContent(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Content");
        group.add(
                Setting.FORMAT,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new Formats.Known(),
                HIGH,
                "Format of the values: JsonFormat or ByteArrayFormat, with or without Confluent's package.");
        group.add(
                Setting.COMPRESSION,
                ConfigDef.Type.STRING,
                "none",
                new Choice<>(Compression.Type.class),
                LOW,
                "Compression of the objects.");
        group.add(
                Setting.COMPRESSION_LEVEL,
                ConfigDef.Type.INT,
                -1,
                Range.between(-1, 9),
                LOW,
                "Its level; -1 is the usual one.");
        group.add(
                Setting.DECIMALS,
                ConfigDef.Type.STRING,
                "BASE64",
                new Choice<>(org.apache.kafka.connect.json.DecimalFormat.class),
                LOW,
                "How decimals of a schema are written into JSON.");
        group.add(Setting.BYTES_EXTENSION, ConfigDef.Type.STRING, ".bin", null, LOW, "Extension of ByteArrayFormat.");
        group.add(
                Setting.BYTES_SEPARATOR,
                ConfigDef.Type.STRING,
                null,
                null,
                LOW,
                "What ByteArrayFormat writes after each value; a new line if not set.");
        group.add(Setting.KEYS, ConfigDef.Type.BOOLEAN, false, null, LOW, "Write keys into objects of their own.");
        group.add(
                Setting.KEYS_FORMAT,
                ConfigDef.Type.STRING,
                "io.confluent.connect.s3.format.avro.AvroFormat",
                null,
                LOW,
                "Their format: JsonFormat or ByteArrayFormat.");
        group.add(
                Setting.HEADERS, ConfigDef.Type.BOOLEAN, false, null, LOW, "Write headers into objects of their own.");
        group.add(
                Setting.HEADERS_FORMAT,
                ConfigDef.Type.STRING,
                "io.confluent.connect.s3.format.avro.AvroFormat",
                null,
                LOW,
                "Their format: JsonFormat.");
        group.add(
                Setting.TAGGING,
                ConfigDef.Type.BOOLEAN,
                false,
                null,
                LOW,
                "Tag objects with startOffset, endOffset and recordCount.");
        group.add(Setting.TAGS, ConfigDef.Type.LIST, "", null, LOW, "More tags, each name:value.");
        group.add(
                Setting.ON_TAGGING_ERROR,
                ConfigDef.Type.STRING,
                "ignore",
                ConfigDef.CaseInsensitiveValidString.in("ignore", "fail"),
                LOW,
                "What happens when an object cannot be tagged.");
    }

    private static void defineNulls(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Records without a value");
        group.add(
                Setting.ON_NULL,
                ConfigDef.Type.STRING,
                "fail",
                new Choice<>(OnNull.class),
                LOW,
                "fail stops the task, ignore writes no line (the archive keeps the record), write puts the key into a folder"
                        + " of its own and needs store.kafka.keys.");
        group.add(
                Setting.REPORT_NULL,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                LOW,
                "With ignore, report such records to the dead letter queue, if there is one.");
        group.add(Setting.TOMBSTONES, ConfigDef.Type.STRING, "tombstone", null, LOW, "That folder's name.");
    }

    private static void defineIgnored(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Accepted");
        group.ignored("schemas.cache.config", ConfigDef.Type.INT, 1000);
        group.ignored("enhanced.avro.schema.support", ConfigDef.Type.BOOLEAN, true);
        group.ignored("connect.meta.data", ConfigDef.Type.BOOLEAN, true);
        group.ignored("allow.optional.map.keys", ConfigDef.Type.BOOLEAN, false);
        group.ignored("shutdown.timeout.ms", ConfigDef.Type.LONG, 3000L);
        group.ignored("avro.codec", ConfigDef.Type.STRING, "null");
        group.ignored("parquet.codec", ConfigDef.Type.STRING, "snappy");
        group.ignored("s3.elastic.buffer.enable", ConfigDef.Type.BOOLEAN, false);
        group.ignored("s3.elastic.buffer.init.capacity", ConfigDef.Type.INT, 131072);
        group.ignored("enable.conditional.writes", ConfigDef.Type.BOOLEAN, true);
        group.ignored("max.files.scan.limit", ConfigDef.Type.INT, 100);
    }

    /** The settings that are accepted without effect. */
    static List<String> ignored() {
        return all().configKeys().values().stream()
                .filter(key -> key.documentation.equals(NO_EFFECT))
                .map(key -> key.name)
                .toList();
    }
}
