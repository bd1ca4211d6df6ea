package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.util.Optional;

/**
 * How the bytes of a string column become the text of messages: by a character set, or by the form that bytes have there.
 * What the server stores as a string of bytes (geometry, MySQL's JSON, MariaDB's UUID) counts as such a column. Values
 * are immutable, for any thread, and compare by identity.
 */
abstract class TextCharset {

    /** {@code ascii}, {@code utf8mb3}, {@code utf8mb4}: the bytes are UTF-8 already. */
    static final TextCharset UTF8 = new TextCharset() {
        @Override
        void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
            if (quoted) {
                out.string(source, from, count);
            } else {
                out.raw(source, from, count);
            }
        }
    };

    /** Writes bytes of the column as a JSON string, or as bare text where it is not {@code quoted}. */
    abstract void write(byte[] source, int from, int count, JsonBytes out, boolean quoted);

    /** What a load selects of the column {@code name}; {@link #loaded} reads it. */
    String selected(String name) {
        return name;
    }

    /** How the server's answer to {@link #selected} becomes text; text is converted by the server. */
    TextCharset loaded() {
        return UTF8;
    }

    /** Text of this character set as UTF-8. */
    final byte[] utf8(byte[] source) {
        JsonBytes out = new JsonBytes(2 * source.length);
        write(source, 0, source.length, out, false);
        return out.toByteArray();
    }

    /** By the server's name of the character set; empty where the server or Java has another one than is known here. */
    static Optional<TextCharset> named(String name) {
        return switch (name) {
            case "ascii", "utf8", "utf8mb3", "utf8mb4" -> Optional.of(UTF8);
            case "binary" -> Optional.of(HexText.BINARY);
            default -> SingleByteText.named(name).or(() -> JavaText.named(name));
        };
    }

    /** The form of values of a {@code data_type} that has no character set; empty for others. */
    static Optional<TextCharset> ofType(String dataType) {
        return switch (dataType) {
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> Optional.of(HexText.BINARY);
            case "vector" -> Optional.of(HexText.VECTOR);
            case "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection",
                    "geomcollection" -> Optional.of(HexText.WKB);
            case "json" -> Optional.of(JsonText.JSON);
            case "uuid" -> Optional.of(AddressText.UUID);
            case "inet4" -> Optional.of(AddressText.INET4);
            case "inet6" -> Optional.of(AddressText.INET6);
            default -> Optional.empty();
        };
    }
}
