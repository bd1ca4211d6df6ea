package dev.caudal.replicate;

import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import dev.caudal.mysql.DataErrorPolicy;
import dev.caudal.mysql.DdlPolicies;
import dev.caudal.mysql.DdlPolicy;
import dev.caudal.mysql.LobPolicy;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.SourceLogin;
import dev.caudal.mysql.SourcePolicies;
import dev.caudal.mysql.TableShape;
import dev.caudal.mysql.TlsMode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of a replication task, read once and checked. */
final class ReplicationConfig {

    private static final ConfigDef DEFINITION = define();

    private final String name;
    private final AbstractConfig values;
    private final TableTopics topics;
    private final SourceConfig source;

    ReplicationConfig(Map<String, String> properties) {
        name = properties.getOrDefault("name", "");
        values = new AbstractConfig(DEFINITION, properties, false);
        topics = topics(values);
        source = source(values, name, topics);
    }

    /** The definition of every setting, with its documentation. */
    static ConfigDef definition() {
        return DEFINITION;
    }

    private static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        SourceDefinition.addTo(def);
        TargetDefinition.addTo(def);
        return def;
    }

    private static TableTopics topics(AbstractConfig values) {
        TableRules rules = rules(values.getString(Setting.TABLE_RULES), tables(values.getList(Setting.TABLES)));
        String tables = values.getString(Setting.TABLE_SETTINGS);
        try {
            TableTopics topics = TableTopics.of(values.getString(Setting.TOPIC), tables, rules);
            Set<TableId> unknown = new TreeSet<>(topics.tables().keySet());
            tables(values.getList(Setting.TABLES)).forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        "It has " + unknown.iterator().next() + ", which " + Setting.TABLES
                                + " does not name. Correct the name, or remove it.");
            }
            return topics;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.TABLE_SETTINGS, tables, e.getMessage());
        }
    }

    private static TableRules rules(String text, List<TableId> tables) {
        try {
            TableRules rules = TableRules.parse(TableTopics.json(text));
            tables.forEach(rules::name);
            return rules;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.TABLE_RULES, text, e.getMessage());
        }
    }

    private static Map<TableId, TableShape> shapes(List<TableId> tables, TableTopics topics) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table, table -> topics.of(table).shape()));
    }

    private static SourceConfig source(AbstractConfig values, String name, TableTopics topics) {
        long serverId = values.getLong(Setting.SERVER_ID);
        List<TableId> tables = tables(values.getList(Setting.TABLES));
        return new SourceConfig(
                address(values),
                tables,
                values.getBoolean(Setting.FULL_LOAD),
                values.getBoolean(Setting.APPLY_CHANGES),
                values.getInt(Setting.LOAD_CONNECTIONS),
                Duration.ofMillis(values.getLong(Setting.LOAD_EPOCH)),
                serverId == 0 ? derivedServerId(name) : serverId,
                new MessageFormat(
                        values.getBoolean(Setting.MESSAGE_ENVELOPE), values.getBoolean(Setting.MESSAGE_BEFORE_IMAGE)),
                true,
                values.getInt(Setting.COMMIT_ROWS),
                values.getLong(Setting.COMMIT_BYTES),
                shapes(tables, topics),
                policies(values));
    }

    private static SourcePolicies policies(AbstractConfig values) {
        return new SourcePolicies(
                ConfigNames.parse(DataErrorPolicy.class, values.getString(Setting.DATA_ERROR_POLICY)),
                new DdlPolicies(
                        ddl(values, Setting.DDL_ALTER_POLICY),
                        ddl(values, Setting.DDL_TRUNCATE_POLICY),
                        ddl(values, Setting.DDL_DROP_POLICY),
                        ddl(values, Setting.DDL_RENAME_POLICY)),
                new LobPolicy(
                        ConfigNames.parse(LobPolicy.Mode.class, values.getString(Setting.LOB_POLICY)),
                        values.getInt(Setting.LOB_LIMIT) * 1024));
    }

    private static DdlPolicy ddl(AbstractConfig values, String setting) {
        return ConfigNames.parse(DdlPolicy.class, values.getString(setting));
    }

    private static SourceConfig.Address address(AbstractConfig values) {
        int port = values.getInt(Setting.SOURCE_PORT);
        return new SourceConfig.Address(
                values.getString(Setting.SOURCE_HOST),
                port,
                values.getString(Setting.SOURCE_USER),
                login(values),
                ConfigNames.parse(TlsMode.class, values.getString(Setting.SOURCE_TLS)),
                values.getString(Setting.SOURCE_TLS_CA),
                standby(values.getList(Setting.SOURCE_STANDBY), port));
    }

    private static SourceLogin login(AbstractConfig values) {
        return switch (ConfigNames.parse(SourceDefinition.Login.class, values.getString(Setting.SOURCE_LOGIN))) {
            case PASSWORD ->
                new SourceLogin.Password(
                        values.getPassword(Setting.SOURCE_PASSWORD).value());
            case RDS_IAM -> new SourceLogin.RdsToken(values.getString(Setting.SOURCE_AWS_REGION));
        };
    }

    private static List<SourceConfig.Standby> standby(List<String> servers, int port) {
        try {
            return servers.stream()
                    .map(server -> SourceConfig.Standby.parse(server, port))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.SOURCE_STANDBY, servers, e.getMessage());
        }
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
        return topics.topic(table);
    }

    /** The topic of a table with the source's names as they are, which Kafka may not allow, and rules may change. */
    String spelledTopic(TableId table) {
        return topics.spelled(table);
    }

    /** Whether rules give a table the name that its topic is made of. */
    boolean isRenamed(TableId table) {
        return !topics.rules().name(table).equals(table);
    }

    /** What is said of a table, by itself and by rules. */
    TableSettings table(TableId table) {
        return topics.of(table);
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

    /** The topic of rows that cannot be sent; by default after the task, of whose name a topic may not have all letters. */
    String exceptionsTopic() {
        String topic = values.getString(Setting.EXCEPTIONS_TOPIC);
        return topic.isEmpty() ? name.replaceAll("[^A-Za-z0-9._-]", "_") + ".exceptions" : topic;
    }

    /** The topic of events; empty for none. */
    String eventsTopic() {
        return values.getString(Setting.EVENTS_TOPIC);
    }

    /** The topic of statistics; empty for none. */
    String statisticsTopic() {
        return values.getString(Setting.STATISTICS_TOPIC);
    }

    /** The topic of the task's log; empty for none. */
    String logTopic() {
        return values.getString(Setting.LOG_TOPIC);
    }

    /** What the client of events, statistics and log is given: that of the target where it has no servers of its own. */
    Map<String, Object> reportsClient() {
        return values.getString(Setting.REPORTS_SERVERS).isEmpty()
                ? targetClient()
                : values.originalsWithPrefix(Setting.REPORTS_PREFIX);
    }

    /** What every client of the target cluster is given. */
    Map<String, Object> targetClient() {
        return values.originalsWithPrefix(Setting.TARGET_PREFIX);
    }
}
