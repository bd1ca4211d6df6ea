package dev.caudal.mysql;

/** What options of a table say about its columns: the character set of those that name none. */
final class TableOptions {

    private final SqlTokens tokens;
    private String charset = "";
    private String collation = "";

    TableOptions(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads to the end of the statement. */
    void readAll() {
        while (tokens.hasNext() && !tokens.keyword().equals("PARTITION")) {
            next();
        }
    }

    /** Reads up to the next comma. */
    void readItem() {
        while (!tokens.endsItem()) {
            next();
        }
    }

    private void next() {
        if (tokens.skipCharset()) {
            charset = tokens.charset();
        } else if (tokens.skip("COLLATE")) {
            tokens.passOver("=");
            collation = tokens.next().text();
        } else if (tokens.skip("SYSTEM", "VERSIONING")) {
            throw new IllegalArgumentException("The table has a history of rows.");
        } else if (tokens.keyword().equals("SELECT")) {
            throw new IllegalArgumentException("The columns are those of a query.");
        } else {
            tokens.skipOne();
        }
    }

    /** The character set; empty where none is said. */
    String charset() {
        return charset.isEmpty() ? SqlTokens.charsetOf(collation) : charset;
    }
}
