package dev.caudal.s3.sink;

import dev.caudal.s3.archive.Fidelity;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Makes of a record what is written, and refuses it where it cannot be written. One thread of one task uses it. */
final class LineMaker {

    private final Partitioner partitioner;
    private final TimestampExtractor extractor;
    private final SchemaAffix affix;
    private final String delimiter;
    private final ValueFormat values;
    private final Optional<ValueFormat> keys;
    private final boolean headers;
    private final OnNull onNull;
    private final String tombstones;
    private final boolean archive;
    private final JsonText json;
    private final Originals keyOriginals;
    private final Originals valueOriginals;

    LineMaker(SinkConfig config, boolean archive, Clock clock) {
        Formats formats = new Formats(config, config.given());
        this.partitioner = new Partitioners(config).make(config.given());
        this.extractor = Extractors.make(config, config.given(), clock);
        this.affix = Choice.of(SchemaAffix.class, config.getString(Setting.SCHEMA_AFFIX));
        this.delimiter = config.getString(Setting.DIRECTORY_DELIM);
        this.values = formats.values();
        this.keys = formats.keys();
        this.headers = formats.headers();
        this.json = formats.json();
        this.onNull = config.onNull();
        this.tombstones = config.getString(Setting.TOMBSTONES);
        this.archive = archive;
        this.keyOriginals = new Originals(config.converter("key.converter"));
        this.valueOriginals = new Originals(config.converter("value.converter"));
    }

    ValueFormat values() {
        return values;
    }

    Optional<ValueFormat> keys() {
        return keys;
    }

    /**
     * Makes the lines.
     *
     * @throws DataException when the record cannot be written
     */
    Lines lines(SinkRecord record) {
        if (record.value() == null) {
            return tombstone(record);
        }
        long timestamp = extractor.extract(record);
        String folder = affix.around(partitioner.folder(record, timestamp), record, delimiter);
        byte[] line = values.line(record.valueSchema(), record.value());
        return new Lines(folder, timestamp, false, line, key(record), headerLine(record), archived(record, line));
    }

    private Lines tombstone(SinkRecord record) {
        long timestamp = Optional.ofNullable(record.timestamp()).orElse(-1L);
        return switch (onNull) {
            case FAIL ->
                throw new DataException(
                        "%s has no value. Set behavior.on.null.values to ignore (the archive keeps it) or write."
                                .formatted(name(record)));
            case IGNORE -> new Lines("", timestamp, true, null, null, null, archived(record, null));
            case WRITE ->
                new Lines(tombstones, timestamp, true, null, key(record), headerLine(record), archived(record, null));
        };
    }

    private byte @Nullable [] key(SinkRecord record) {
        if (keys.isEmpty()) {
            return null;
        }
        if (record.key() == null) {
            throw new DataException(name(record) + " has no key, which store.kafka.keys needs.");
        }
        return keys.get().line(record.keySchema(), record.key());
    }

    private byte @Nullable [] headerLine(SinkRecord record) {
        if (!headers) {
            return null;
        }
        if (record.headers().isEmpty()) {
            throw new DataException(name(record) + " has no headers, which store.kafka.headers needs.");
        }
        return HeaderLines.line(record.headers());
    }

    private Optional<Archived> archived(SinkRecord record, byte @Nullable [] line) {
        if (!archive) {
            return Optional.empty();
        }
        Original key =
                keyOriginals.of(record.keySchema(), record.key(), () -> json.of(record.keySchema(), record.key()));
        Original value = value(record, line);
        Fidelity fidelity = key.fidelity().and(value.fidelity()).and(Originals.fidelity(record.headers()));
        return Optional.of(new Archived(key.bytes(), value.bytes(), Originals.of(record.headers()), fidelity));
    }

    private Original value(SinkRecord record, byte @Nullable [] line) {
        return line == null ? Original.NONE : valueOriginals.of(record.valueSchema(), record.value(), () -> line);
    }

    private static String name(SinkRecord record) {
        return "The record at offset %d of %s-%d"
                .formatted(record.kafkaOffset(), record.topic(), record.kafkaPartition());
    }
}
