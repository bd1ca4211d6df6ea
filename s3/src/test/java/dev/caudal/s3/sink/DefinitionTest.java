package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Golden;
import dev.caudal.testkit.SettingsTable;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {
    private static final List<String> GROUPS = List.of(
            "S3", "Names", "Partitioner", "Rotation", "Content", "Records without a value", "Caudal", "Accepted");

    private static final String HEAD = """
            # Settings of the S3 sink

            Generated from the connector's own definition; `DefinitionTest` keeps it true. Names and defaults are those of
            Confluent's sink; those that begin with `caudal.` are ours. In a stock worker the class is
            `connector.class=dev.caudal.s3.sink.S3SinkConnector`; names of Confluent's other classes stay as they are.

            Three settings of Kafka Connect belong to a backup:

            - `consumer.override.isolation.level=read_committed` keeps out what aborted transactions wrote. A worker with
              `connector.client.config.override.policy=None` refuses it; there it is `consumer.isolation.level` of the worker.
            - `consumer.override.receive.buffer.bytes=-1` lets the system size the buffer that the consumer's connection has, which
              takes half of the CPU that Kafka's default of 64 KB takes for reading, and does not bound the rate of a broker far away.
            - `key.converter` and `value.converter` = `dev.caudal.s3.sink.RawJsonConverter` write JSON as it came, byte by byte.
              Connect's own `JsonConverter` loses the order of fields and digits of numbers, so the archive then says
              `semantic` instead of `exact`. Headers are exact with
              `header.converter=org.apache.kafka.connect.converters.ByteArrayConverter`.
            """;

    @Test
    void only_what_confluents_sink_requires_is_required() {
        assertThat(SinkDefinition.all().configKeys().values().stream()
                        .filter(key -> !key.hasDefault())
                        .map(key -> key.name))
                .containsExactlyInAnyOrder("format.class", "flush.size", "storage.class", "s3.bucket.name");
    }

    @Test
    void every_setting_has_a_sentence_of_documentation_and_a_group() {
        assertThat(SinkDefinition.all().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).as(key.name).hasSizeGreaterThan(8).endsWith(".");
            assertThat(key.group).as(key.name).isNotEmpty();
        });
    }

    @Test
    void secrets_are_passwords() {
        assertThat(SinkDefinition.all().configKeys().values().stream()
                        .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                        .map(key -> key.name))
                .containsExactlyInAnyOrder("aws.secret.access.key", "s3.sse.customer.key", "s3.proxy.password");
    }

    @Test
    void the_documents_settings_are_valid() {
        assertThat(errors(Map.ofEntries(
                        Map.entry("s3.region", "us-east-1"),
                        Map.entry("s3.bucket.name", "backup"),
                        Map.entry("s3.part.size", "5242880"),
                        Map.entry("flush.size", "100000"),
                        Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                        Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                        Map.entry("partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner"),
                        Map.entry("schema.compatibility", "NONE"),
                        Map.entry("locale", "es_CL"),
                        Map.entry("timezone", "UTC"),
                        Map.entry("path.format", "YYYY-MM-dd/HH"),
                        Map.entry("partition.duration.ms", "3600000"),
                        Map.entry("rotate.interval.ms", "60000"),
                        Map.entry("timestamp.extractor", "Record"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "format.class,io.confluent.connect.s3.format.avro.AvroFormat,caudal-s3-avro",
        "format.class,io.confluent.connect.s3.format.parquet.ParquetFormat,caudal-s3-parquet",
        "format.class,CsvFormat,JsonFormat or ByteArrayFormat",
        "storage.class,io.confluent.connect.hdfs.storage.HdfsStorage,S3Storage",
        "s3.part.size,5242879,5242880",
        "s3.compression.type,zip,'none, gzip'",
        "s3.compression.level,10,9",
        "behavior.on.null.values,maybe,'ignore, fail, write'",
        "behavior.on.null.values,write,store.kafka.keys",
        "s3.wan.mode,true,path style",
        "rotate.schedule.interval.ms,60000,timezone",
        "store.kafka.keys,true,caudal-s3-avro",
        "timestamp.extractor,Sometimes,'Record, RecordField, Wallclock'",
        "caudal.cluster.id,a/b,letters",
        "filename.offset.zero.pad.width,-1,at least 0",
    })
    void what_cannot_work_is_refused_with_a_reason(String setting, String value, String reason) {
        List<String> errors = errors(Settings.with(setting, value));

        assertThat(errors).isNotEmpty();
        assertThat(String.join("\n", errors).toLowerCase(java.util.Locale.ROOT))
                .contains(reason.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void settings_of_confluent_without_effect_are_accepted() {
        assertThat(SinkDefinition.ignored()).contains("parquet.codec", "s3.elastic.buffer.enable");
        assertThat(errors(Settings.with("parquet.codec", "zstd", "hive.metastore.uris", "thrift://x")))
                .isEmpty();
    }

    @Test
    void the_reference_in_the_documentation_is_that_of_this_definition() {
        Golden.requireFile("s3-sink.md", SettingsTable.of(HEAD, GROUPS, SinkDefinition.all()));
    }

    private static List<String> errors(Map<String, String> settings) {
        return new S3SinkConnector()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }
}
