package dev.caudal.s3.sink;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;
import org.jspecify.annotations.Nullable;

/** Makes what tells the time of a record. */
final class Extractors {

    private Extractors() {}

    static TimestampExtractor make(AbstractConfig config, Map<String, String> settings, Clock clock) {
        String name = config.getString(Setting.EXTRACTOR).strip();
        TimestampExtractor extractor = switch (ClassNames.simple(name)) {
            case "Wallclock" -> new Wallclock(clock);
            case "Record" -> new OfRecord();
            case "RecordField" ->
                new OfField(FieldPath.of(Setting.TIMESTAMP_FIELD, config.getString(Setting.TIMESTAMP_FIELD)));
            default -> byClass(name, config, clock);
        };
        extractor.configure(settings);
        return extractor;
    }

    /** Confluent's classes are inner ones, so the name after the last dot says which. */
    private static TimestampExtractor byClass(String name, AbstractConfig config, Clock clock) {
        return switch (name.substring(name.lastIndexOf('$') + 1)) {
            case "WallclockTimestampExtractor" -> new Wallclock(clock);
            case "RecordTimestampExtractor" -> new OfRecord();
            case "RecordFieldTimestampExtractor" ->
                new OfField(FieldPath.of(Setting.TIMESTAMP_FIELD, config.getString(Setting.TIMESTAMP_FIELD)));
            default ->
                ClassNames.load(
                        Setting.EXTRACTOR,
                        name,
                        TimestampExtractor.class,
                        Set.of("Wallclock", "Record", "RecordField"));
        };
    }

    private record Wallclock(Clock clock) implements TimestampExtractor {
        @Override
        public void configure(Map<String, String> settings) {
            // Nothing can be set.
        }

        @Override
        public long extract(SinkRecord record) {
            return clock.millis();
        }
    }

    private record OfRecord() implements TimestampExtractor {
        @Override
        public void configure(Map<String, String> settings) {
            // Nothing can be set.
        }

        @Override
        public long extract(SinkRecord record) {
            Long timestamp = record.timestamp();
            if (timestamp == null) {
                throw new DataException("The record at offset %d of %s-%d has no timestamp."
                        .formatted(record.kafkaOffset(), record.topic(), record.kafkaPartition()));
            }
            return timestamp;
        }
    }

    private record OfField(FieldPath field) implements TimestampExtractor {
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}");
        private static final DateTimeFormatter ISO = ISODateTimeFormat.dateTimeParser();

        @Override
        public void configure(Map<String, String> settings) {
            // The constructor got them.
        }

        @Override
        public long extract(SinkRecord record) {
            Long timestamp = record.timestamp();
            if (record.value() == null && timestamp != null) {
                return timestamp;
            }
            return of(field.in(record.value()));
        }

        @SuppressWarnings("JavaUtilDate") // Connect's type of a timestamp
        private long of(@Nullable Object value) {
            if (value instanceof Long || value instanceof Integer) {
                return ((Number) value).longValue();
            }
            if (value instanceof Date date) {
                return date.getTime();
            }
            if (value instanceof String text) {
                return parse(text);
            }
            throw new DataException(
                    "The field %s of timestamp.field has %s; a time is a number of milliseconds or a text by ISO 8601."
                            .formatted(
                                    field.name(),
                                    value == null
                                            ? "no value"
                                            : "a " + value.getClass().getSimpleName()));
        }

        private long parse(String text) {
            try {
                return NUMBER.matcher(text).matches() ? Long.parseLong(text) : ISO.parseMillis(text);
            } catch (IllegalArgumentException e) {
                throw new DataException(
                        "The field %s of timestamp.field has '%s', which is no time: %s"
                                .formatted(field.name(), text, e.getMessage()),
                        e);
            }
        }
    }
}
