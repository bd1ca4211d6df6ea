package dev.caudal.mysql;

import java.util.Optional;
import java.util.Set;

/** Statements that define a whole schema, and with it the character set of tables that are made there without one. */
final class SchemaStatement {

    private SchemaStatement() {}

    /** The schema that a statement defines; empty for other statements. */
    static Optional<String> schema(QueryEvent query) {
        SqlTokens tokens = new SqlTokens(query.sql());
        if (!(tokens.skip("ALTER") || tokens.skip("DROP") || tokens.skip("CREATE"))) {
            return Optional.empty();
        }
        tokens.passOver("OR", "REPLACE");
        if (!(tokens.skip("DATABASE") || tokens.skip("SCHEMA"))) {
            return Optional.empty();
        }
        tokens.skipCondition();
        String next = tokens.keyword();
        boolean named = tokens.hasNext()
                && (next.isEmpty()
                        || !Set.of("DEFAULT", "CHARACTER", "CHARSET", "COLLATE").contains(next));
        return Optional.of(named ? tokens.next().text() : query.schema());
    }
}
