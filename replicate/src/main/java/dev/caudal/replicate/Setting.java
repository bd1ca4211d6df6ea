package dev.caudal.replicate;

/** The names of the connector's settings. */
final class Setting {

    static final String SOURCE_HOST = "source.host";
    static final String SOURCE_PORT = "source.port";
    static final String SOURCE_STANDBY = "source.standby";
    static final String SOURCE_USER = "source.user";
    static final String SOURCE_PASSWORD = "source.password";
    static final String SOURCE_LOGIN = "source.login";
    static final String SOURCE_AWS_REGION = "source.aws.region";
    static final String SOURCE_TLS = "source.tls";
    static final String SOURCE_TLS_CA = "source.tls.ca";
    static final String SERVER_ID = "source.server.id";
    static final String TABLES = "tables";
    static final String TABLE_SETTINGS = "table.settings";
    static final String TABLE_RULES = "table.rules";
    static final String FULL_LOAD = "full.load";
    static final String APPLY_CHANGES = "apply.changes";
    static final String LOAD_CONNECTIONS = "load.connections";
    static final String LOAD_EPOCH = "load.epoch.ms";
    static final String TARGET_SERVERS = "target.bootstrap.servers";
    static final String OFFSETS_TOPIC = "offsets.storage.topic";
    static final String GROUP_ID = "connect.group.id";
    static final String EXACTLY_ONCE = "exactly.once.support";
    static final String TOPIC = "topic";
    static final String TOPIC_PARTITIONS = "topic.partitions";
    static final String TOPIC_REPLICATION = "topic.replication.factor";
    static final String MESSAGE_KEY = "message.key";
    static final String MESSAGE_ENVELOPE = "message.envelope";
    static final String MESSAGE_BEFORE_IMAGE = "message.before.image";
    static final String MESSAGE_HEADERS = "message.headers";
    static final String PARTITION_STRATEGY = "partition.strategy";
    static final String COMMIT_INTERVAL = "commit.interval.ms";
    static final String COMMIT_ROWS = "commit.rows";
    static final String COMMIT_BYTES = "commit.bytes";
    static final String COMMIT_PACE = "commit.pace.ms";
    static final String DATA_ERROR_POLICY = "data.error.policy";
    static final String DDL_ALTER_POLICY = "ddl.alter.policy";
    static final String DDL_TRUNCATE_POLICY = "ddl.truncate.policy";
    static final String DDL_DROP_POLICY = "ddl.drop.policy";
    static final String DDL_RENAME_POLICY = "ddl.rename.policy";
    static final String LOB_POLICY = "lob.policy";
    static final String LOB_LIMIT = "lob.limit.kb";
    static final String EXCEPTIONS_TOPIC = "exceptions.topic";
    static final String EVENTS_TOPIC = "events.topic";
    static final String STATISTICS_TOPIC = "statistics.topic";
    static final String LOG_TOPIC = "log.topic";
    static final String REPORTS_SERVERS = "reports.bootstrap.servers";

    /** Settings of the target's clients carry this prefix. */
    static final String TARGET_PREFIX = "target.";

    /** Settings of the client of events, statistics and log carry this prefix. */
    static final String REPORTS_PREFIX = "reports.";

    private Setting() {}
}
