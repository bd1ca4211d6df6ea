package dev.caudal.mysql;

import java.util.Locale;
import java.util.Optional;

/**
 * The column types that are captured; a table with another one is refused by name before anything is sent. Bytes, geometry,
 * JSON and addresses are strings, of a {@link TextCharset} of their own.
 */
enum ColumnType {
    TINYINT(1),
    SMALLINT(2),
    MEDIUMINT(3),
    INT(4),
    BIGINT(8),
    DECIMAL(0),
    FLOAT(4),
    DOUBLE(8),
    CHAR(0),
    VARCHAR(0),
    TEXT(0),
    DATE(3),
    TIME(0),
    DATETIME(0),
    TIMESTAMP(0),
    YEAR(1),
    ENUM(0),
    SET(0),
    /** BIT(1). */
    BOOLEAN(1),
    /** BIT of more bits than one. */
    BIT(0);

    private final int bytes;

    ColumnType(int bytes) {
        this.bytes = bytes;
    }

    /** The value's bytes in a row image, 0 where the length depends on the column or the value. */
    int bytes() {
        return bytes;
    }

    boolean isInteger() {
        return switch (this) {
            case TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT -> true;
            default -> false;
        };
    }

    boolean isText() {
        return this == CHAR || this == VARCHAR || this == TEXT;
    }

    /** Whether a column has labels. */
    boolean hasLabels() {
        return this == ENUM || this == SET;
    }

    /** Whether a column has a character set: strings and labels. */
    boolean hasCharset() {
        return isText() || hasLabels();
    }

    /** The type of {@code information_schema.columns.data_type}, which is in small letters. */
    static Optional<ColumnType> named(String dataType) {
        return switch (dataType) {
            case "binary", "uuid", "inet4", "inet6" -> Optional.of(CHAR);
            case "varbinary" -> Optional.of(VARCHAR);
            case "tinytext", "mediumtext", "longtext" -> Optional.of(TEXT);
            default -> {
                if (TextCharset.ofType(dataType).isPresent()) {
                    yield Optional.of(TEXT);
                }
                for (ColumnType type : values()) {
                    if (type != BOOLEAN && type.name().toLowerCase(Locale.ROOT).equals(dataType)) {
                        yield Optional.of(type);
                    }
                }
                yield Optional.empty();
            }
        };
    }
}
