package dev.caudal.s3.sink;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open object of one folder, with those of keys and headers beside it. */
final class OpenObject {

    private final @Nullable DataFile values;
    private final @Nullable DataFile keys;
    private final @Nullable DataFile headers;
    private final List<DataFile> files;
    private final ValueFormat valueFormat;
    private final Optional<ValueFormat> keyFormat;
    private final int index;
    private final long first;
    private long last;
    private int lines;

    /**
     * Opens what a first record needs.
     *
     * @param index which of the batch's objects with lines of values it is, or -1
     * @param open makes a file of an extension
     */
    OpenObject(LineMaker maker, Lines record, long offset, int index, Function<String, DataFile> open) {
        this.valueFormat = maker.values();
        this.keyFormat = maker.keys();
        this.values = record.value() == null ? null : open.apply(valueFormat.extension());
        this.keys = record.key() == null
                ? null
                : open.apply(".keys" + keyFormat.map(ValueFormat::extension).orElse(""));
        this.headers = record.headers() == null ? null : open.apply(".headers.json");
        this.files = Stream.of(keys, headers, values).filter(Objects::nonNull).toList();
        this.index = index;
        this.first = offset;
    }

    void write(Lines record, long offset) {
        if (values != null && record.value() != null) {
            values.write(record.value(), valueFormat.separator());
        }
        if (keys != null && record.key() != null) {
            keys.write(record.key(), keyFormat.orElse(valueFormat).separator());
        }
        if (headers != null && record.headers() != null) {
            headers.write(record.headers(), new byte[] {'\n'});
        }
        last = offset;
        lines++;
    }

    Optional<DataFile> values() {
        return Optional.ofNullable(values);
    }

    /** All files, that of the values last: whoever sees it finds the others. */
    List<DataFile> files() {
        return files;
    }

    int separator() {
        return valueFormat.separator().length;
    }

    int index() {
        return index;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int lines() {
        return lines;
    }
}
