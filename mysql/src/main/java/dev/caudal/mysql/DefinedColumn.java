package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column in CREATE or ALTER TABLE (source: the grammars of both servers' manuals). What says nothing
 * about values is passed over.
 *
 * @param column the column
 * @param key whether it is the primary key
 * @param after the column behind which it is put, {@link #FIRST}, or null where it says nothing
 */
record DefinedColumn(
        ColumnDefinition column, boolean key, @Nullable String after) {

    /** No column has this name. */
    static final String FIRST = "";

    private static final int LONGEST_FLOAT = 24;

    /**
     * Reads one, up to the comma or parenthesis behind it.
     *
     * @throws IllegalArgumentException if it is none that is known
     */
    static DefinedColumn read(SqlTokens tokens, boolean mariaDb) {
        return new Reader(tokens, mariaDb).read();
    }

    private static final class Reader {

        private final SqlTokens tokens;
        private final boolean mariaDb;
        private String type = "";
        private int length;
        private int fraction;
        private boolean unsigned;
        private final CharsetClause charset = new CharsetClause();
        private List<String> labels = List.of();
        private boolean key;
        private @Nullable String after;

        Reader(SqlTokens tokens, boolean mariaDb) {
            this.tokens = tokens;
            this.mariaDb = mariaDb;
        }

        DefinedColumn read() {
            String name = tokens.name();
            type();
            sizes();
            while (!tokens.endsItem()) {
                attribute();
            }
            ColumnDefinition column =
                    new ColumnDefinition(name, type, length, fraction, unsigned, charset.charset(), labels);
            if (ColumnType.named(type).isEmpty()) {
                throw new IllegalArgumentException("The type " + type + " of the column " + name + " is not known.");
            }
            return new DefinedColumn(column, key, after);
        }

        private void type() {
            String word = tokens.keyword();
            tokens.next();
            type = switch (word) {
                case "INT1", "BOOL", "BOOLEAN" -> "tinyint";
                case "INT2" -> "smallint";
                case "INT3", "MIDDLEINT" -> "mediumint";
                case "INTEGER", "INT4" -> "int";
                case "INT8" -> "bigint";
                case "SERIAL" -> {
                    unsigned = true;
                    yield "bigint";
                }
                case "DEC", "NUMERIC", "FIXED" -> "decimal";
                case "FLOAT4" -> "float";
                case "FLOAT8", "REAL" -> "double";
                case "DOUBLE" -> {
                    tokens.passOver("PRECISION");
                    yield "double";
                }
                case "CHAR", "CHARACTER", "VARCHARACTER", "NCHAR", "NVARCHAR", "NATIONAL" -> characters(word);
                case "LONG" -> longType();
                case "JSON" -> {
                    charset.is(mariaDb ? "utf8mb4" : "");
                    yield mariaDb ? "longtext" : "json";
                }
                default -> word.toLowerCase(Locale.ROOT);
            };
        }

        private String characters(String word) {
            boolean varying = word.startsWith("VAR") || word.startsWith("NVAR");
            if (word.startsWith("N")) {
                charset.is("utf8mb3");
            }
            if (word.equals("NATIONAL")) {
                varying = tokens.keyword().startsWith("VAR");
                tokens.next();
            }
            return tokens.skip("VARYING") || tokens.skip("VARCHAR") || varying ? "varchar" : "char";
        }

        private String longType() {
            if (tokens.skip("VARBINARY")) {
                return "mediumblob";
            }
            tokens.passOver("VARCHAR", "VARCHARACTER", "CHAR", "CHARACTER", "VARYING");
            return "mediumtext";
        }

        private void sizes() {
            List<SqlTokens.Token> inside = tokens.keyword().equals("(") ? tokens.parenthesis() : List.of();
            if (type.equals("enum") || type.equals("set")) {
                labels = labels(inside);
                return;
            }
            List<Integer> numbers = new ArrayList<>();
            for (SqlTokens.Token token : inside) {
                if (!token.text().equals(",")) {
                    numbers.add(Integer.valueOf(token.text()));
                }
            }
            int first = numbers.isEmpty() ? 0 : numbers.get(0);
            switch (type) {
                case "bit" -> length = Math.max(1, first);
                case "decimal" -> {
                    length = first == 0 ? 10 : first;
                    fraction = numbers.size() > 1 ? numbers.get(1) : 0;
                }
                case "time", "datetime", "timestamp" -> fraction = first;
                case "float" -> type = numbers.size() == 1 && first > LONGEST_FLOAT ? "double" : "float";
                default -> {
                    // A length that values have themselves, or a width for printing.
                }
            }
        }

        /** Servers cut off spaces at the end. Anything but texts and commas would need an evaluation. */
        private List<String> labels(List<SqlTokens.Token> inside) {
            List<String> texts = new ArrayList<>();
            for (int index = 0; index < inside.size(); index++) {
                SqlTokens.Token token = inside.get(index);
                boolean text = index % 2 == 0;
                if (text != token.quoted() || !text && !token.text().equals(",")) {
                    throw new IllegalArgumentException("The labels of the column are not texts.");
                }
                if (text) {
                    texts.add(token.text().replaceAll(" +$", ""));
                }
            }
            return texts;
        }

        private void attribute() {
            if (charset.read(tokens)) {
                return;
            }
            if (tokens.skip("UNSIGNED") || tokens.skip("ZEROFILL")) {
                unsigned = true;
            } else if (tokens.skip("ASCII")) {
                charset.is("latin1");
            } else if (tokens.skip("UNICODE")) {
                charset.is("ucs2");
            } else if (tokens.skip("BYTE")) {
                charset.is("binary");
            } else if (tokens.skip("UNIQUE")) {
                tokens.passOver("KEY");
            } else if (tokens.skip("PRIMARY", "KEY") || tokens.skip("PRIMARY") || tokens.skip("KEY")) {
                key = true;
            } else if (tokens.skip("FIRST")) {
                after = FIRST;
            } else if (tokens.skip("AFTER")) {
                after = tokens.name();
            } else if (tokens.skip("SYSTEM", "VERSIONING") || tokens.skip("AS", "ROW")) {
                throw new IllegalArgumentException("The column belongs to a history of rows.");
            } else {
                tokens.passOver("DEFAULT", "REFERENCES");
                tokens.skipOne();
            }
        }
    }
}
