package dev.caudal.s3.sink;

/** The names of the sink's settings; those of the bucket are in {@code StoreDefinition}. */
final class Setting {

    static final String FORMAT = "format.class";
    static final String FLUSH_SIZE = "flush.size";
    static final String ROTATE_INTERVAL = "rotate.interval.ms";
    static final String ROTATE_SCHEDULE = "rotate.schedule.interval.ms";
    static final String RETRY_BACKOFF = "retry.backoff.ms";
    static final String PAD_WIDTH = "filename.offset.zero.pad.width";
    static final String COMPATIBILITY = "schema.compatibility";
    static final String TAGGING = "s3.object.tagging";
    static final String TAGS = "s3.object.tagging.key.value.pairs";
    static final String ON_TAGGING_ERROR = "s3.object.behavior.on.tagging.error";
    static final String COMPRESSION = "s3.compression.type";
    static final String COMPRESSION_LEVEL = "s3.compression.level";
    static final String BYTES_EXTENSION = "format.bytearray.extension";
    static final String BYTES_SEPARATOR = "format.bytearray.separator";
    static final String DECIMALS = "json.decimal.format";
    static final String ON_NULL = "behavior.on.null.values";
    static final String REPORT_NULL = "report.null.values.to.dlq";
    static final String TOMBSTONES = "tombstone.encoded.partition";
    static final String MAX_WRITE = "max.write.duration.ms";
    static final String ROTATE_ON_CHANGE = "rotate.file.on.partition.change";
    static final String SCHEMA_AFFIX = "s3.schema.partition.affix.type";
    static final String MAX_OPEN = "partitioner.max.open.files";
    static final String KEYS = "store.kafka.keys";
    static final String KEYS_FORMAT = "keys.format.class";
    static final String HEADERS = "store.kafka.headers";
    static final String HEADERS_FORMAT = "headers.format.class";
    static final String STORAGE = "storage.class";
    static final String TOPICS_DIR = "topics.dir";
    static final String DIRECTORY_DELIM = "directory.delim";
    static final String FILE_DELIM = "file.delim";
    static final String PARTITIONER = "partitioner.class";
    static final String FIELDS = "partition.field.name";
    static final String DURATION = "partition.duration.ms";
    static final String PATH_FORMAT = "path.format";
    static final String LOCALE = "locale";
    static final String TIME_ZONE = "timezone";
    static final String EXTRACTOR = "timestamp.extractor";
    static final String TIMESTAMP_FIELD = "timestamp.field";
    static final String BACKUP = "caudal.backup";
    static final String CLUSTER = "caudal.cluster.id";
    static final String GENERATION = "caudal.generation";
    static final String ROTATE_IDLE = "caudal.rotate.idle.ms";
    static final String JSON_BYTES = "caudal.json.bytes";
    static final String LOCALE_MODE = "caudal.locale.mode";
    static final String BUFFER = "caudal.buffer.memory";
    static final String SNAPSHOT_SERVERS = "caudal.kafka.bootstrap.servers";
    static final String SNAPSHOT_INTERVAL = "caudal.snapshot.interval.ms";

    private Setting() {}
}
