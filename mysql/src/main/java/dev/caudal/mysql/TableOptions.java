package dev.caudal.mysql;

/** What options of a table say about its columns: the character set of those that name none. */
final class TableOptions {

    private final SqlTokens tokens;
    private final CharsetClause charset = new CharsetClause();

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
        if (charset.read(tokens)) {
            return;
        }
        if (tokens.skip("SYSTEM", "VERSIONING")) {
            throw new IllegalArgumentException("The table has a history of rows.");
        } else if (tokens.keyword().equals("SELECT")) {
            throw new IllegalArgumentException("The columns are those of a query.");
        } else {
            tokens.skipOne();
        }
    }

    /** The character set; empty where none is said. */
    String charset() {
        return charset.charset();
    }
}
