package dev.caudal.mysql;

import java.util.Locale;

/** What a definition says of the character set, of a table or of a column: itself, by a collation, or not at all. */
final class CharsetClause {

    private String charset = "";
    private String collation = "";

    /** The character set of a collation; empty where that is the same in several. */
    static String of(String collation) {
        String name = collation.toLowerCase(Locale.ROOT);
        int end = name.indexOf('_');
        return name.equals("binary") ? name : end < 0 || name.startsWith("uca1400") ? "" : name.substring(0, end);
    }

    /** Reads what stands here, where it is about the character set; whether it is. */
    boolean read(SqlTokens tokens) {
        if (tokens.skip("CHARACTER", "SET") || tokens.skip("CHAR", "SET") || tokens.skip("CHARSET")) {
            tokens.passOver("=");
            SqlTokens.Token token = tokens.next();
            boolean usual = !token.quoted() && token.text().equalsIgnoreCase("DEFAULT");
            charset = usual ? "" : token.text().toLowerCase(Locale.ROOT);
        } else if (tokens.skip("COLLATE")) {
            tokens.passOver("=");
            collation = tokens.next().text();
        } else {
            return false;
        }
        return true;
    }

    /** Something else says which it is. */
    void is(String name) {
        charset = name;
    }

    /** The character set; empty where none is said. */
    String charset() {
        return charset.isEmpty() ? of(collation) : charset;
    }
}
