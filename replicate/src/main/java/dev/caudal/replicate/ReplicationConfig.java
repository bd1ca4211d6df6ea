package dev.caudal.replicate;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.TlsMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The settings of a replication task, read once and checked. */
final class ReplicationConfig {

    private static final String SOURCE = "Source";
    private static final String TASK = "Task";
    private static final String TARGET = "Target";
    private static final String MESSAGE = "Message";
    private static final String COMMIT = "Delivery";

    private static final ConfigDef DEFINITION = define();

    private final String name;
    private final AbstractConfig values;
    private final SourceConfig source;

    ReplicationConfig(Map<String, String> properties) {
        name = properties.getOrDefault("name", "");
        values = new AbstractConfig(DEFINITION, properties, false);
        source = source(values, name);
    }

    /** The definition of every setting, with its documentation. */
    static ConfigDef definition() {
        return DEFINITION;
    }

    private static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        defineSource(def);
        defineTask(def);
        defineTarget(def);
        defineMessages(def);
        defineDelivery(def);
        return def;
    }

    private static void defineSource(ConfigDef def) {
        Group group = new Group(def, SOURCE);
        group.add(
                Setting.SOURCE_HOST,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "Host name or address of the MySQL or MariaDB server.");
        group.add(Setting.SOURCE_PORT, ConfigDef.Type.INT, 3306, Range.between(1, 65535), HIGH, "Its TCP port.");
        group.add(
                Setting.SOURCE_USER,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "User name. The user needs SELECT on the tables, REPLICATION SLAVE, REPLICATION CLIENT, and RELOAD or LOCK TABLES.");
        group.add(Setting.SOURCE_PASSWORD, ConfigDef.Type.PASSWORD, "", null, HIGH, "Password.");
        group.add(
                Setting.SOURCE_TLS,
                ConfigDef.Type.STRING,
                ConfigNames.of(TlsMode.PREFERRED),
                ConfigNames.oneOf(TlsMode.class),
                MEDIUM,
                "How connections to the source are secured, by MySQL's names.");
        group.add(
                Setting.SOURCE_TLS_CA,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Path of a PEM file with the certificate authority, for verify-ca and verify-identity.");
        group.add(
                Setting.SERVER_ID,
                ConfigDef.Type.LONG,
                0L,
                Range.between(0, 4294967295L),
                LOW,
                "The number by which the source knows this task among its replicas; 0 derives one from the task's name."
                        + " No two readers of a server may have the same.");
    }

    private static void defineTask(ConfigDef def) {
        Group group = new Group(def, TASK);
        group.add(
                Setting.TABLES,
                ConfigDef.Type.LIST,
                NO_DEFAULT_VALUE,
                null,
                HIGH,
                "The tables to replicate, each <schema>.<table>.");
        group.add(
                Setting.FULL_LOAD,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                HIGH,
                "Full Load: send the rows that are there.");
        group.add(
                Setting.APPLY_CHANGES,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                HIGH,
                "Apply Changes: send every change from then on.");
        group.add(
                Setting.LOAD_CONNECTIONS,
                ConfigDef.Type.INT,
                2,
                Range.between(1, 64),
                MEDIUM,
                "Connections that load at the same time, all on one snapshot.");
        group.add(
                Setting.LOAD_EPOCH,
                ConfigDef.Type.LONG,
                300_000L,
                Range.atLeast(1),
                LOW,
                "How long one snapshot may be held, in milliseconds; a longer load goes on in another one.");
    }

    private static void defineTarget(ConfigDef def) {
        Group group = new Group(def, TARGET);
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
                "${schema}.${table}",
                new ConfigDef.NonEmptyString(),
                HIGH,
                "The topic: one name for all tables, or a pattern with ${schema} and ${table}.");
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
                Setting.EVENTS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for what happens to the task; empty for none.");
        group.add(
                Setting.STATISTICS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Topic for counters, once a second; empty for none.");
    }

    private static void defineMessages(ConfigDef def) {
        Group group = new Group(def, MESSAGE);
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
        Group group = new Group(def, COMMIT);
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

    /** Adds settings of one group in order. */
    private static final class Group {

        private final ConfigDef def;
        private final String name;
        private int order;

        Group(ConfigDef def, String name) {
            this.def = def;
            this.name = name;
        }

        void add(
                String setting,
                ConfigDef.Type type,
                Object preset,
                ConfigDef.@Nullable Validator validator,
                ConfigDef.Importance importance,
                String documentation) {
            def.define(
                    setting,
                    type,
                    preset,
                    validator,
                    importance,
                    documentation,
                    name,
                    ++order,
                    ConfigDef.Width.MEDIUM,
                    setting);
        }
    }

    private static SourceConfig source(AbstractConfig values, String name) {
        long serverId = values.getLong(Setting.SERVER_ID);
        return new SourceConfig(
                new SourceConfig.Address(
                        values.getString(Setting.SOURCE_HOST),
                        values.getInt(Setting.SOURCE_PORT),
                        values.getString(Setting.SOURCE_USER),
                        values.getPassword(Setting.SOURCE_PASSWORD).value(),
                        ConfigNames.parse(TlsMode.class, values.getString(Setting.SOURCE_TLS)),
                        values.getString(Setting.SOURCE_TLS_CA)),
                tables(values.getList(Setting.TABLES)),
                values.getBoolean(Setting.FULL_LOAD),
                values.getBoolean(Setting.APPLY_CHANGES),
                values.getInt(Setting.LOAD_CONNECTIONS),
                Duration.ofMillis(values.getLong(Setting.LOAD_EPOCH)),
                serverId == 0 ? derivedServerId(name) : serverId,
                new MessageFormat(
                        values.getBoolean(Setting.MESSAGE_ENVELOPE), values.getBoolean(Setting.MESSAGE_BEFORE_IMAGE)),
                true,
                values.getInt(Setting.COMMIT_ROWS),
                values.getLong(Setting.COMMIT_BYTES));
    }

    private static List<TableId> tables(List<String> names) {
        if (names.isEmpty()) {
            throw new ConfigException(Setting.TABLES, names, "must name at least one table, as in world.city");
        }
        Set<String> once = new HashSet<>();
        for (String name : names) {
            if (!once.add(name)) {
                throw new ConfigException(Setting.TABLES, names, "names " + name + " twice");
            }
        }
        try {
            return names.stream().map(TableId::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.TABLES, names, e.getMessage());
        }
    }

    /** A number that is the task's own as far as names differ: between 2^30 and 2^31, out of the way of usual ids. */
    private static long derivedServerId(String name) {
        return (1L << 30) + (name.hashCode() & 0x3fff_ffff);
    }

    /** The task's name. */
    String name() {
        return name;
    }

    SourceConfig source() {
        return source;
    }

    /** Connect's own setting for where a connector keeps its offsets. */
    String offsetsTopic() {
        return values.originalsStrings().getOrDefault(Setting.OFFSETS_TOPIC, "");
    }

    /** Connect's own name for the transactions of the task, so that Connect's fencing also fences ours. */
    String transactionalId() {
        return values.getString(Setting.GROUP_ID) + "-" + name + "-0";
    }

    String groupId() {
        return values.getString(Setting.GROUP_ID);
    }

    /** The topic of a table. */
    String topic(TableId table) {
        return values.getString(Setting.TOPIC)
                .replace("${schema}", table.schema())
                .replace("${table}", table.name());
    }

    int topicPartitions() {
        return values.getInt(Setting.TOPIC_PARTITIONS);
    }

    short topicReplication() {
        return values.getShort(Setting.TOPIC_REPLICATION);
    }

    MessageKey messageKey() {
        return ConfigNames.parse(MessageKey.class, values.getString(Setting.MESSAGE_KEY));
    }

    PartitionStrategy partitionStrategy() {
        return ConfigNames.parse(PartitionStrategy.class, values.getString(Setting.PARTITION_STRATEGY));
    }

    List<String> messageHeaders() {
        return values.getList(Setting.MESSAGE_HEADERS);
    }

    Duration commitInterval() {
        return Duration.ofMillis(values.getLong(Setting.COMMIT_INTERVAL));
    }

    int commitRows() {
        return values.getInt(Setting.COMMIT_ROWS);
    }

    long commitBytes() {
        return values.getLong(Setting.COMMIT_BYTES);
    }

    Duration commitPace() {
        return Duration.ofMillis(values.getLong(Setting.COMMIT_PACE));
    }

    /** The topic of events; empty for none. */
    String eventsTopic() {
        return values.getString(Setting.EVENTS_TOPIC);
    }

    /** The topic of statistics; empty for none. */
    String statisticsTopic() {
        return values.getString(Setting.STATISTICS_TOPIC);
    }

    /** What every client of the target cluster is given. */
    Map<String, Object> targetClient() {
        return values.originalsWithPrefix(Setting.TARGET_PREFIX);
    }
}
