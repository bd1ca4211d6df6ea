package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column as the server's catalog or a statement defines it.
 *
 * @param name its name
 * @param type its type as {@code information_schema.columns.data_type} has it
 * @param length of a BIT its bits, of a DECIMAL its digits; 0 for all others
 * @param fraction digits behind the decimal point (DECIMAL) or of the second
 * @param unsigned whether a number has no sign
 * @param charset of a string the name of its character set; empty where the definition does not say it
 * @param labels of an ENUM or SET, from the first
 */
record ColumnDefinition(
        String name, String type, int length, int fraction, boolean unsigned, String charset, List<String> labels) {

    private static final Set<String> STRINGS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    ColumnDefinition {
        type = stored(type, charset);
        charset = STRINGS.contains(type) ? charset : "";
        labels = List.copyOf(labels);
    }

    /** Servers make bytes of strings whose character set is binary. */
    private static String stored(String type, String charset) {
        if (!charset.equals("binary")) {
            return type;
        }
        return switch (type) {
            case "char" -> "binary";
            case "varchar" -> "varbinary";
            case "tinytext", "text", "mediumtext", "longtext" -> type.replace("text", "blob");
            default -> type;
        };
    }

    /** Whether it has a character set. */
    boolean isString() {
        return STRINGS.contains(type);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    ColumnDefinition named(String other) {
        return new ColumnDefinition(other, type, length, fraction, unsigned, charset, labels);
    }

    ColumnDefinition in(String other) {
        return new ColumnDefinition(name, type, length, fraction, unsigned, other, labels);
    }

    /** The same, in the character set of the table where it says none. */
    ColumnDefinition within(String tableCharset) {
        return isString() && charset.isEmpty() ? in(tableCharset) : this;
    }

    /**
     * What capture needs of it.
     *
     * @throws SourceException if it is not captured
     */
    Column column(TableId table) {
        ColumnType known = ColumnType.named(type)
                .map(it -> it == ColumnType.BIT && length == 1 ? ColumnType.BOOLEAN : it)
                .orElseThrow(() -> Catalog.unsupported(table, name, type));
        return new Column(
                name,
                known,
                unsigned,
                fraction,
                known.hasCharset() ? textCharset(table) : TextCharset.UTF8,
                labels.stream()
                        .map(label -> label.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private TextCharset textCharset(TableId table) {
        return TextCharset.ofType(type)
                .or(() -> charset.isEmpty() && !labels.isEmpty() ? Optional.of(TextCharset.UTF8) : Optional.empty())
                .or(() -> TextCharset.named(charset))
                .orElseThrow(() -> Catalog.unsupported(table, name, type + " CHARACTER SET " + charset));
    }

    /** As SQL. */
    @Override
    public String toString() {
        String size = switch (type) {
            case "bit" -> "(" + length + ")";
            case "decimal" -> "(" + length + "," + fraction + ")";
            case "enum", "set" ->
                labels.stream().map(SourceConnection::text).collect(Collectors.joining(",", "(", ")"));
            default -> fraction > 0 ? "(" + fraction + ")" : "";
        };
        return SourceConnection.identifier(name) + " " + type + size + (unsigned ? " unsigned" : "")
                + (charset.isEmpty() ? "" : " charset " + charset);
    }
}
