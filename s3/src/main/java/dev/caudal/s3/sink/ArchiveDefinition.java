package dev.caudal.s3.sink;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Defines what Confluent's sink does not have. */
final class ArchiveDefinition {

    private static final long SMALLEST_BUFFER = 16L << 20;
    private static final long SHORTEST_INTERVAL = 100;

    private ArchiveDefinition() {}

    static void addTo(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Caudal");
        group.add(
                Setting.BACKUP,
                ConfigDef.Type.STRING,
                "on",
                new Choice<>(Backup.class),
                MEDIUM,
                "on writes an archive beside the objects, with what they lack for a restore, and each record exactly once in"
                        + " all cases; off writes nothing but Confluent's objects.");
        group.add(
                Setting.CLUSTER,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "The Kafka cluster's name in the archive; two clusters that share a bucket need two. Empty for its id, which"
                        + " caudal.kafka.bootstrap.servers and Caudal's own workers tell, else for default.");
        group.add(
                Setting.GENERATION,
                ConfigDef.Type.INT,
                1,
                Range.atLeast(1),
                LOW,
                "Raised by one when topics were deleted and made anew under their old names.");
        group.add(
                Setting.ROTATE_IDLE,
                ConfigDef.Type.LONG,
                60_000L,
                null,
                MEDIUM,
                "Milliseconds without a record after which the objects of a Kafka partition are completed, with the archive"
                        + " only; -1 is off.");
        group.add(
                Setting.JSON_BYTES,
                ConfigDef.Type.STRING,
                "base64",
                new Choice<>(JsonBytes.class),
                LOW,
                "How JsonFormat writes the values of ByteArrayConverter: base64 as Confluent does, or verbatim where they are"
                        + " JSON of one line.");
        group.add(
                Setting.LOCALE_MODE,
                ConfigDef.Type.STRING,
                "confluent",
                new Choice<>(LocaleMode.class),
                LOW,
                "confluent takes all of the locale for a language, as the names in old buckets have it; correct reads es_CL"
                        + " as one does.");
        group.add(
                Setting.BUFFER,
                ConfigDef.Type.LONG,
                128L << 20,
                Range.atLeast(SMALLEST_BUFFER),
                LOW,
                "Bytes of a task that wait for the bucket; when they are reached, the largest objects are sent or completed"
                        + " first.");
        group.add(
                Setting.SNAPSHOT_SERVERS,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "The cluster of the topics, for snapshots of their settings and of the offsets of consumer groups, without"
                        + " which a restore knows neither; what else begins with caudal.kafka. is given to the client, too."
                        + " Empty for none.");
        group.add(
                Setting.SNAPSHOT_INTERVAL,
                ConfigDef.Type.LONG,
                60_000L,
                Range.atLeast(SHORTEST_INTERVAL),
                LOW,
                "Milliseconds between two snapshots; one is written if something has changed.");
    }
}
