package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchivedHeader;
import dev.caudal.s3.archive.Fidelity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Values;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/** Finds the bytes that keys, values and headers had before a converter read them, or what comes nearest. */
final class Originals {

    private static final char REPLACED = '\uFFFD';

    private final String converter;
    private final Fidelity written;

    /**
     * For keys or for values.
     *
     * @param converter the class that read them; empty if it is the worker's, which a connector is not told
     */
    Originals(String converter) {
        this.converter = converter.substring(converter.lastIndexOf('.') + 1);
        this.written = List.of("", "JsonConverter", "RawJsonConverter").contains(this.converter)
                ? Fidelity.SEMANTIC
                : Fidelity.LOSSY;
    }

    /**
     * The bytes of a key or value.
     *
     * @param otherwise what to take where the value does not remember its bytes
     */
    Original of(@Nullable Schema schema, @Nullable Object value, Supplier<byte[]> otherwise) {
        if (value == null) {
            return Original.NONE;
        }
        byte[] known = known(schema, value);
        if (known != null) {
            return new Original(known, Fidelity.EXACT);
        }
        if (value instanceof String text && converter.equals("StringConverter")) {
            return text(text);
        }
        return new Original(otherwise.get(), written);
    }

    /** The bytes where the value remembers or is them. */
    static byte @Nullable [] known(@Nullable Schema schema, Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof RawObject object) {
            return object.untouched();
        }
        return schema instanceof RawScalar scalar ? scalar.bytes() : null;
    }

    private static Original text(String text) {
        return new Original(
                text.getBytes(StandardCharsets.UTF_8), text.indexOf(REPLACED) < 0 ? Fidelity.EXACT : Fidelity.LOSSY);
    }

    /** The bytes of headers, in their order. */
    static List<ArchivedHeader> of(Headers headers) {
        if (headers.isEmpty()) {
            return List.of();
        }
        List<ArchivedHeader> all = new ArrayList<>(headers.size());
        for (Header header : headers) {
            all.add(new ArchivedHeader(header.key(), bytes(header)));
        }
        return all;
    }

    /** How well all headers are known. */
    static Fidelity fidelity(Headers headers) {
        for (Header header : headers) {
            if (header.value() != null && !(header.value() instanceof byte[])) {
                return Fidelity.SEMANTIC;
            }
        }
        return Fidelity.EXACT;
    }

    private static byte @Nullable [] bytes(Header header) {
        if (header.value() instanceof byte[] bytes) {
            return bytes;
        }
        return Optional.ofNullable(header.value())
                .map(value -> Values.convertToString(header.schema(), value).getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }
}
