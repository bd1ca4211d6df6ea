package dev.caudal.s3.sink;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Defines where objects are: Confluent's settings of names and partitioners. */
final class PlaceDefinition {

    private PlaceDefinition() {}

    static void addTo(ConfigDef def) {
        defineNames(def);
        definePartitioner(def);
    }

    private static void defineNames(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Names");
        group.add(
                Setting.STORAGE,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                ClassNames.STORAGE,
                HIGH,
                "S3Storage, with or without Confluent's package.");
        group.add(Setting.TOPICS_DIR, ConfigDef.Type.STRING, "topics", null, HIGH, "The folder of all; may be empty.");
        group.add(Setting.DIRECTORY_DELIM, ConfigDef.Type.STRING, "/", null, MEDIUM, "What separates folders.");
        group.add(Setting.FILE_DELIM, ConfigDef.Type.STRING, "+", null, MEDIUM, "What separates the parts of a name.");
        group.add(
                Setting.PAD_WIDTH,
                ConfigDef.Type.INT,
                10,
                Range.atLeast(0),
                LOW,
                "Digits of the offset in a name; a longer offset is not cut.");
        group.add(
                Setting.SCHEMA_AFFIX,
                ConfigDef.Type.STRING,
                "NONE",
                new Choice<>(SchemaAffix.class),
                LOW,
                "Whether a folder of the schema's name goes before (prefix) or after (suffix) those of the partitioner.");
    }

    private static void definePartitioner(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Partitioner");
        group.add(
                Setting.PARTITIONER,
                ConfigDef.Type.STRING,
                "io.confluent.connect.storage.partitioner.DefaultPartitioner",
                null,
                HIGH,
                "DefaultPartitioner, FieldPartitioner, TimeBasedPartitioner, DailyPartitioner, HourlyPartitioner, with or"
                        + " without Confluent's package, or a class that implements dev.caudal.s3.sink.Partitioner.");
        group.add(
                Setting.FIELDS,
                ConfigDef.Type.LIST,
                "",
                null,
                MEDIUM,
                "Fields of FieldPartitioner, dotted for inner ones.");
        group.add(
                Setting.DURATION,
                ConfigDef.Type.LONG,
                -1L,
                null,
                MEDIUM,
                "Milliseconds of one folder of TimeBasedPartitioner.");
        group.add(
                Setting.PATH_FORMAT,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "The folder's name, as a pattern of Joda-Time, for example 'year'=YYYY/'month'=MM.");
        group.add(Setting.LOCALE, ConfigDef.Type.STRING, "", null, MEDIUM, "Language of names in the folder.");
        group.add(
                Setting.TIME_ZONE,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "Zone of the folder and of the schedule, such as UTC or America/Santiago.");
        group.add(
                Setting.EXTRACTOR,
                ConfigDef.Type.STRING,
                "Wallclock",
                null,
                MEDIUM,
                "The time of a record: Wallclock, Record, RecordField, or a class that implements"
                        + " dev.caudal.s3.sink.TimestampExtractor.");
        group.add(
                Setting.TIMESTAMP_FIELD,
                ConfigDef.Type.STRING,
                "timestamp",
                null,
                MEDIUM,
                "The field of RecordField, dotted for an inner one.");
    }
}
