package dev.caudal.mysql;

import java.util.Locale;
import java.util.Optional;

/** The column types that are captured; a table with another one is refused by name before anything is sent. */
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
    ENUM(0);

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

    /** Whether a column has a character set: text, and the labels of an ENUM. */
    boolean hasCharset() {
        return isText() || this == ENUM;
    }

    /** The type of {@code information_schema.columns.data_type}; a text type must have a character set. */
    static Optional<ColumnType> named(String dataType) {
        String name = dataType.toUpperCase(Locale.ROOT);
        return switch (name) {
            case "TINYTEXT", "MEDIUMTEXT", "LONGTEXT" -> Optional.of(TEXT);
            default -> {
                for (ColumnType type : values()) {
                    if (type.name().equals(name)) {
                        yield Optional.of(type);
                    }
                }
                yield Optional.empty();
            }
        };
    }
}
