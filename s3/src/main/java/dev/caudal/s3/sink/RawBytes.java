package dev.caudal.s3.sink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Bytes as they are, with a separator after each. */
final class RawBytes implements ValueFormat {

    private final String extension;
    private final byte[] separator;

    RawBytes(String extension, String separator) {
        this.extension = extension;
        this.separator = separator.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public byte[] separator() {
        return separator;
    }

    @Override
    public byte[] line(@Nullable Schema schema, @Nullable Object value) {
        byte[] known = value == null ? null : Originals.known(schema, value);
        if (known != null) {
            return known;
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        throw new DataException(
                "ByteArrayFormat writes bytes, and this is a %s. Set the converter to org.apache.kafka.connect.converters.ByteArrayConverter."
                        .formatted(value == null ? "null" : value.getClass().getSimpleName()));
    }
}
