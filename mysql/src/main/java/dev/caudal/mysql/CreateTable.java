package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands behind the table's name in CREATE TABLE (source: the grammars of both servers' manuals). */
final class CreateTable {

    private static final Set<String> CONSTRAINTS =
            Set.of("PRIMARY", "INDEX", "KEY", "UNIQUE", "FULLTEXT", "SPATIAL", "FOREIGN", "CHECK", "CONSTRAINT");

    private final SqlTokens tokens;
    private final boolean mariaDb;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private List<String> key = List.of();

    CreateTable(SqlTokens tokens, boolean mariaDb) {
        this.tokens = tokens;
        this.mariaDb = mariaDb;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException if something is there that is not known
     */
    TableDefinition read() {
        if (!tokens.skip("(")) {
            throw new IllegalArgumentException("The columns are those of a query.");
        }
        do {
            item();
        } while (tokens.skip(","));
        if (!tokens.skip(")")) {
            throw new IllegalArgumentException("The list of columns has no end.");
        }
        TableOptions options = new TableOptions(tokens);
        options.readAll();
        String charset = options.charset();
        return new TableDefinition(
                columns.stream().map(column -> column.within(charset)).toList(), key, charset);
    }

    private void item() {
        if (isConstraint(tokens)) {
            List<String> primary = primaryKey(tokens);
            key = primary.isEmpty() ? key : primary;
            tokens.skipItem();
            return;
        }
        DefinedColumn defined = DefinedColumn.read(tokens, mariaDb);
        columns.add(defined.column());
        if (defined.key()) {
            key = List.of(defined.column().name());
        }
    }

    /** Whether an index or the like follows, not a column. */
    static boolean isConstraint(SqlTokens tokens) {
        if (tokens.skip("PERIOD", "FOR") || tokens.skip("SYSTEM", "VERSIONING")) {
            throw new IllegalArgumentException("The table has a history of rows.");
        }
        return CONSTRAINTS.contains(tokens.keyword()) || tokens.skip("VECTOR", "INDEX") || tokens.skip("VECTOR", "KEY");
    }

    /** The columns of the primary key that is defined here; empty, at the same place, where it is something else. */
    static List<String> primaryKey(SqlTokens tokens) {
        if (tokens.skip("CONSTRAINT")
                && !tokens.keyword().equals("PRIMARY")
                && !tokens.keyword().equals("CHECK")) {
            tokens.next();
        }
        if (!tokens.skip("PRIMARY", "KEY")) {
            return List.of();
        }
        if (tokens.skipCondition()) {
            throw new IllegalArgumentException("Whether there was a primary key is not known.");
        }
        while (tokens.hasNext() && !tokens.keyword().equals("(")) {
            tokens.next();
        }
        List<String> names = new ArrayList<>();
        boolean begins = true;
        for (SqlTokens.Token token : tokens.parenthesis()) {
            if (begins) {
                names.add(token.text());
            }
            begins = !token.quoted() && token.text().equals(",");
        }
        return names;
    }
}
