package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionersTest {

    @Test
    void folders_are_of_kafkas_partition_unless_something_else_is_set() {
        assertThat(folder(record(Map.of()), 0)).isEqualTo("partition=3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-05-20T19:59:59.999Z | 3600000  | YYYY-MM-dd/HH    | UTC              | es_CL | 2020-05-20/19",
                "2019-12-30T00:00:00Z     | 86400000 | YYYY-MM-dd/      | UTC              | en    | 2019-12-30",
                "2026-04-05T02:30:00Z     | 3600000  | YYYY-MM-dd/HH    | America/Santiago | es    | 2026-04-04/23",
                "2026-04-05T03:30:00Z     | 3600000  | YYYY-MM-dd/HH    | America/Santiago | es    | 2026-04-04/23",
                "2020-12-01T00:00:00Z     | 86400000 | MMM              | UTC              | es_CL | Dec",
                "2020-12-01T00:00:00Z     | 86400000 | MMM              | UTC              | es    | dic",
                "1969-12-31T23:30:00Z     | 3600000  | YYYY-MM-dd/HH    | UTC              | en    | 1970-01-01/00",
                "2020-05-20T19:31:10Z     | 15000    | HH-mm-ss         | +02:00           | en    | 21-31-00",
            })
    void folders_of_time_are_those_of_confluents_sink(
            String time, String duration, String pattern, String zone, String locale, String folder) {
        assertThat(folder(
                        record(Map.of()),
                        Instant.parse(time).toEpochMilli(),
                        "partitioner.class",
                        "io.confluent.connect.storage.partitioner.TimeBasedPartitioner",
                        "partition.duration.ms",
                        duration,
                        "path.format",
                        pattern,
                        "timezone",
                        zone,
                        "locale",
                        locale))
                .isEqualTo(folder);
    }

    @Test
    void the_locale_can_be_read_as_one_reads_it() {
        assertThat(folder(
                        record(Map.of()),
                        Instant.parse("2020-12-01T00:00:00Z").toEpochMilli(),
                        "partitioner.class",
                        "TimeBasedPartitioner",
                        "partition.duration.ms",
                        "1000",
                        "path.format",
                        "MMM",
                        "timezone",
                        "UTC",
                        "locale",
                        "es_ES",
                        "caudal.locale.mode",
                        "correct"))
                .isEqualTo("dic");
    }

    @Test
    void daily_and_hourly_folders_have_names_and_values() {
        long time = Instant.parse("2020-05-20T19:10:00Z").toEpochMilli();

        assertThat(folder(
                        record(Map.of()),
                        time,
                        "partitioner.class",
                        "DailyPartitioner",
                        "timezone",
                        "UTC",
                        "locale",
                        "en"))
                .isEqualTo("year=2020/month=05/day=20");
        assertThat(folder(
                        record(Map.of()),
                        time,
                        "partitioner.class",
                        "HourlyPartitioner",
                        "timezone",
                        "UTC",
                        "locale",
                        "en"))
                .isEqualTo("year=2020/month=05/day=20/hour=19");
    }

    @Test
    void folders_of_fields_work_with_and_without_a_schema() {
        Schema inner =
                SchemaBuilder.struct().field("zone", Schema.STRING_SCHEMA).build();
        Schema schema = SchemaBuilder.struct()
                .field("id", Schema.INT32_SCHEMA)
                .field("at", inner)
                .field("gone", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Struct value = new Struct(schema).put("id", 7).put("at", new Struct(inner).put("zone", "north"));
        String[] settings = {"partitioner.class", "FieldPartitioner", "partition.field.name", "id,at.zone,gone"};

        assertThat(folder(record(value), 0, settings)).isEqualTo("id=7/at.zone=north/gone=null");
        assertThat(folder(record(Map.of("id", 7L, "at", Map.of("zone", "north"))), 0, settings))
                .isEqualTo("id=7/at.zone=north/gone=null");
        assertThatThrownBy(() -> folder(record(Map.of("id", List.of())), 0, settings))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("id");
    }

    @ParameterizedTest
    @CsvSource({
        "partition.duration.ms,-1",
        "path.format,/",
        "path.format,' '",
        "timezone,Mars/Base",
        "timezone,''",
        "locale,' '",
        "path.format,qqq",
    })
    void what_a_time_partitioner_lacks_is_named(String setting, String value) {
        assertThatThrownBy(() -> folder(
                        record(Map.of()),
                        0,
                        with(
                                new String[] {
                                    "partitioner.class",
                                    "TimeBasedPartitioner",
                                    "partition.duration.ms",
                                    "1000",
                                    "path.format",
                                    "HH",
                                    "timezone",
                                    "UTC",
                                    "locale",
                                    "en"
                                },
                                setting,
                                value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void a_class_of_the_user_is_taken() {
        assertThat(folder(record(Map.of()), 42, "partitioner.class", OfUser.class.getName(), "of.user", "mine"))
                .isEqualTo("mine-42");
        assertThatThrownBy(() -> folder(record(Map.of()), 0, "partitioner.class", "com.example.Nothing"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("DailyPartitioner, DefaultPartitioner");
    }

    /** What a user may bring. */
    public static final class OfUser implements Partitioner {
        private String name = "";

        /** For the sink. */
        public OfUser() {}

        @Override
        public void configure(Map<String, String> settings) {
            name = settings.getOrDefault("of.user", "");
        }

        @Override
        public String folder(SinkRecord record, long timestamp) {
            return name + "-" + timestamp;
        }
    }

    private static String[] with(String[] settings, String setting, String value) {
        String[] all = settings.clone();
        for (int i = 0; i < all.length; i += 2) {
            if (all[i].equals(setting)) {
                all[i + 1] = value;
            }
        }
        return all;
    }

    private static String folder(SinkRecord record, long time, String... settings) {
        SinkConfig config = new SinkConfig(Settings.with(settings));
        return new Partitioners(config).make(config.given()).folder(record, time);
    }

    private static SinkRecord record(@Nullable Object value) {
        return new SinkRecord("city", 3, null, null, null, value, 5, 0L, TimestampType.CREATE_TIME);
    }
}
