package dev.caudal.replicate;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Defines the settings of where rows go, in which shape, and how many at a time. */
final class TargetDefinition {

    private TargetDefinition() {}

    /** Adds them. */
    static void addTo(ConfigDef def) {
        defineTarget(def);
        defineMessages(def);
        defineDelivery(def);
    }

    private static void defineTarget(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Target");
        group.add(
                Setting.TARGET_SERVERS,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "Bootstrap servers of the target cluster. Other target.* settings go to its clients (target.security.protocol, …).");
        group.add(
                Setting.GROUP_ID,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "The worker's group.id. Connect fences a task by a name that contains it.");
        group.add(
                Setting.TOPIC,
                ConfigDef.Type.STRING,
                TopicPattern.USUAL.text(),
                new ConfigDef.NonEmptyString(),
                HIGH,
                "The topic: one name for all tables, or a pattern with ${schema} and ${table}. A character of these that"
                        + " Kafka does not allow becomes its code point in hexadecimal digits between underscores.");
        group.add(
                Setting.TOPIC_PARTITIONS,
                ConfigDef.Type.INT,
                1,
                Range.atLeast(1),
                MEDIUM,
                "Partitions of a topic that the task creates.");
        group.add(
                Setting.TOPIC_REPLICATION,
                ConfigDef.Type.SHORT,
                (short) -1,
                null,
                MEDIUM,
                "Replication factor of a topic that the task creates; -1 is the cluster's default.");
        group.add(
                Setting.EXCEPTIONS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for rows that cannot be sent, made when there is the first; empty for <name of the task>.exceptions.");
        group.add(
                Setting.EVENTS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for what happens to the task; empty for none.");
        group.add(
                Setting.LOG_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for the lines of the task's log; empty for none.");
        group.add(
                Setting.STATISTICS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for counters, once a second; empty for none.");
        group.add(
                Setting.REPORTS_SERVERS,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Bootstrap servers for events, statistics and log where they go to another cluster than the rows. Other reports.* settings go to that client.");
    }

    private static void defineMessages(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Message");
        group.add(
                Setting.MESSAGE_KEY,
                ConfigDef.Type.STRING,
                ConfigNames.of(MessageKey.PRIMARY_KEY),
                ConfigNames.oneOf(MessageKey.class),
                MEDIUM,
                "The record's key: none, the text of the primary key (a JSON array where it has several columns), or schema and table.");
        group.add(
                Setting.PARTITION_STRATEGY,
                ConfigDef.Type.STRING,
                ConfigNames.of(PartitionStrategy.BY_MESSAGE_KEY),
                ConfigNames.oneOf(PartitionStrategy.class),
                MEDIUM,
                "by-message-key keeps the changes of a row in order (without a key, by the row's primary key); random does not.");
        group.add(
                Setting.MESSAGE_ENVELOPE,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                MEDIUM,
                "Whether data, beforeData and headers are wrapped in the Replicate envelope.");
        group.add(
                Setting.MESSAGE_BEFORE_IMAGE,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                MEDIUM,
                "Whether an UPDATE carries the old row.");
        group.add(
                Setting.MESSAGE_HEADERS,
                ConfigDef.Type.LIST,
                "schema,table,operation",
                ConfigDef.ValidList.in("schema", "table", "operation"),
                LOW,
                "Which record headers are sent.");
    }

    private static void defineDelivery(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Delivery");
        group.add(
                Setting.COMMIT_INTERVAL,
                ConfigDef.Type.LONG,
                200L,
                Range.between(1, 5000),
                LOW,
                "How long a Kafka transaction collects changes at most, in milliseconds.");
        group.add(
                Setting.COMMIT_ROWS,
                ConfigDef.Type.INT,
                50_000,
                Range.atLeast(1),
                LOW,
                "How many rows it collects at most; a larger database transaction is split.");
        group.add(
                Setting.COMMIT_BYTES,
                ConfigDef.Type.LONG,
                32L << 20,
                Range.atLeast(1),
                LOW,
                "How many bytes it collects at most.");
        group.add(
                Setting.COMMIT_PACE,
                ConfigDef.Type.LONG,
                5L,
                Range.between(0, 1000),
                LOW,
                "How long after a transaction the next one starts at the earliest, in milliseconds.");
    }
}
