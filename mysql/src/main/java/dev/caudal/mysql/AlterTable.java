package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Optional;

/** Reads ALTER TABLE from the table's name on (source: the grammars of both servers' manuals). */
final class AlterTable {

    private final SqlTokens tokens;
    private final String schema;
    private final boolean mariaDb;
    private final TableId table;
    private final Alteration effect = new Alteration();
    private Optional<TableId> renamed = Optional.empty();

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none
     */
    AlterTable(SqlTokens tokens, String schema, boolean mariaDb) {
        this.tokens = tokens;
        this.schema = schema;
        this.mariaDb = mariaDb;
        tokens.skipCondition();
        table = tokens.table(schema);
        tokens.skipWait();
    }

    TableId table() {
        return table;
    }

    /**
     * Reads all parts behind the name.
     *
     * @throws IllegalArgumentException if one may change columns in a way that is not known
     */
    void read() {
        do {
            part();
        } while (tokens.skip(","));
        if (tokens.hasNext() && !tokens.keyword().equals(";")) {
            throw new IllegalArgumentException("'" + tokens.next().text() + "' was not expected.");
        }
    }

    /** What becomes of the table. */
    Alteration effect() {
        return effect;
    }

    /** The name of the table behind the last RENAME, where there is one. */
    Optional<TableId> renamed() {
        return renamed;
    }

    private void part() {
        if (tokens.skip("ADD")) {
            add();
        } else if (tokens.skip("DROP")) {
            drop();
        } else if (tokens.skip("CHANGE")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            String old = tokens.name();
            effect.change(old, DefinedColumn.read(tokens, mariaDb), conditional);
        } else if (tokens.skip("MODIFY")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            DefinedColumn column = DefinedColumn.read(tokens, mariaDb);
            effect.change(column.column().name(), column, conditional);
        } else if (tokens.skip("RENAME")) {
            rename();
        } else if (tokens.skip("CONVERT", "TO")) {
            TableOptions options = new TableOptions(tokens);
            options.readItem();
            effect.convert(options.charset());
        } else if (tokens.skip("ALTER")) {
            tokens.skipItem();
        } else if (tokens.skip("PARTITION")) {
            skipRest();
        } else {
            TableOptions options = new TableOptions(tokens);
            options.readItem();
            effect.charset(options.charset());
        }
    }

    private void skipRest() {
        while (tokens.hasNext()) {
            tokens.next();
        }
    }

    private void add() {
        if (tokens.keyword().equals("PARTITION")) {
            skipRest();
        } else {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            if (tokens.skip("(")) {
                do {
                    added(conditional);
                } while (tokens.skip(","));
                if (!tokens.skip(")")) {
                    throw new IllegalArgumentException("The list of columns has no end.");
                }
            } else {
                added(conditional);
            }
        }
    }

    private void added(boolean conditional) {
        if (CreateTable.isConstraint(tokens)) {
            effect.key(CreateTable.primaryKey(tokens));
            tokens.skipItem();
            return;
        }
        effect.add(DefinedColumn.read(tokens, mariaDb), conditional);
    }

    private void drop() {
        if (tokens.skip("PRIMARY", "KEY")) {
            effect.dropKey();
        } else if (tokens.skip("INDEX") || tokens.skip("KEY") || tokens.skip("CONSTRAINT")) {
            tokens.skipCondition();
            if (tokens.name().equalsIgnoreCase("PRIMARY")) {
                effect.dropKey();
            }
        } else if (!CreateTable.isConstraint(tokens) && !tokens.keyword().equals("PARTITION")) {
            tokens.passOver("COLUMN");
            boolean conditional = tokens.skipCondition();
            effect.drop(tokens.name(), conditional);
        }
        tokens.skipItem();
    }

    private void rename() {
        if (tokens.skip("INDEX") || tokens.skip("KEY")) {
            tokens.skipItem();
        } else if (tokens.skip("COLUMN")) {
            boolean conditional = tokens.skipCondition();
            String old = tokens.name();
            if (!tokens.skip("TO")) {
                throw new IllegalArgumentException("The new name of the column " + old + " is missing.");
            }
            effect.rename(old, tokens.name(), conditional);
        } else {
            tokens.passOver("TO", "AS", "=");
            renamed = Optional.of(tokens.table(schema));
        }
    }

    /** Whether a statement leaves all definitions as they are: TRUNCATE, and what is about indexes, defaults or options. */
    static boolean isNeutral(QueryEvent query) {
        SqlTokens tokens = new SqlTokens(query.sql());
        if (tokens.skip("TRUNCATE")) {
            return true;
        }
        if (!tokens.skip("ALTER")) {
            return false;
        }
        tokens.passOver("ONLINE", "IGNORE", "TABLE");
        try {
            AlterTable statement = new AlterTable(tokens, query.schema(), false);
            statement.read();
            return statement.effect.changesNothing() && statement.renamed.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
