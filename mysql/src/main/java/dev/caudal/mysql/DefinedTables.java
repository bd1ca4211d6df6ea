package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions of tables at one place of the log, which follow the statements that come. Of a table that is not in here
 * nothing is known; so it is with one that a statement did something to that is not understood. For one thread.
 */
final class DefinedTables {

    private static final Logger LOG = LoggerFactory.getLogger(DefinedTables.class);
    private static final int MOST = 100_000;

    private final boolean mariaDb;
    private final NameCase names;
    private final Map<TableId, Optional<TableDefinition>> tables = new LinkedHashMap<>();
    private final Map<TableId, TableId> originals = new HashMap<>();
    private final Set<TableId> touched = new LinkedHashSet<>();

    DefinedTables(boolean mariaDb, NameCase names) {
        this.mariaDb = mariaDb;
        this.names = names;
    }

    /** The definition of a table; empty where it is not known, or there is no such table. */
    Optional<TableDefinition> get(TableId table) {
        return tables.getOrDefault(names.key(table), Optional.empty());
    }

    /** Whether it is known that there is no such table. */
    boolean isGone(TableId table) {
        return tables.containsKey(names.key(table)) && get(table).isEmpty();
    }

    boolean isKnown(TableId table) {
        return tables.containsKey(names.key(table));
    }

    void put(TableId table, TableDefinition definition) {
        if (tables.size() >= MOST) {
            tables.remove(tables.keySet().iterator().next());
        }
        tables.put(names.key(table), Optional.of(definition));
        touched.add(names.key(table));
    }

    /** There is no such table. */
    void putGone(TableId table) {
        tables.put(names.key(table), Optional.empty());
        originals.remove(names.key(table));
        touched.add(names.key(table));
    }

    /** Nothing is known of the table from now on. */
    void forget(TableId table) {
        tables.remove(names.key(table));
        originals.remove(names.key(table));
        touched.add(names.key(table));
    }

    /** The table that another one was made like. */
    Optional<TableId> original(TableId table) {
        return Optional.ofNullable(originals.get(names.key(table)));
    }

    /** Forgets tables that were made like this one. */
    void forgetCopies(TableId original) {
        originals.entrySet().stream()
                .filter(each -> each.getValue().equals(names.key(original)))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::forget);
    }

    /** The tables of which something else is known than when this was last asked. */
    Set<TableId> takeTouched() {
        Set<TableId> all = new LinkedHashSet<>(touched);
        touched.clear();
        return all;
    }

    /** A statement of the log. */
    void statement(QueryEvent query) {
        SchemaStatement.schema(query).ifPresent(this::forgetUndetermined);
        SqlTokens tokens = new SqlTokens(query.sql());
        if (tokens.skip("ALTER")) {
            tokens.passOver("ONLINE", "IGNORE");
            if (tokens.skip("TABLE")) {
                alter(tokens, query);
            }
        } else if (tokens.skip("CREATE")) {
            create(tokens, query);
        } else if (tokens.skip("DROP")) {
            drop(tokens, query);
        } else if (tokens.skip("RENAME", "TABLE") || tokens.skip("RENAME", "TABLES")) {
            rename(tokens, query.schema());
        }
    }

    /** Tables were made there in a character set that is known to the schema only, and is another one now. */
    private void forgetUndetermined(String schema) {
        tables.entrySet()
                .removeIf(each -> names.same(each.getKey().schema(), schema)
                        && each.getValue()
                                .filter(definition -> definition.charset().isEmpty())
                                .isPresent());
    }

    /** What a part does that names a table first: if it is not understood, nothing is known of the table any more. */
    private void understand(TableId table, QueryEvent query, UnaryOperator<Optional<TableDefinition>> part) {
        try {
            if (query.isForeign()) {
                throw new IllegalArgumentException("It is not in UTF-8, or in a sql_mode that reads texts otherwise.");
            }
            part.apply(get(table)).ifPresentOrElse(definition -> put(table, definition), () -> forget(table));
        } catch (IllegalArgumentException e) {
            LOG.info(
                    "'{}' is not understood, so it will be looked what {} is then: {}",
                    query.sql(),
                    table,
                    e.getMessage());
            forget(table);
        }
    }

    private void alter(SqlTokens tokens, QueryEvent query) {
        AlterTable statement = new AlterTable(tokens, query.schema(), mariaDb);
        understand(statement.table(), query, before -> {
            statement.read();
            return before.map(statement.effect()::of);
        });
        statement.renamed().ifPresent(other -> move(statement.table(), other));
    }

    private void move(TableId from, TableId to) {
        Optional<TableDefinition> moved = get(from);
        Optional<TableId> original = original(from);
        putGone(from);
        moved.ifPresentOrElse(definition -> put(to, definition), () -> forget(to));
        original.ifPresent(it -> originals.put(names.key(to), it));
    }

    private void create(SqlTokens tokens, QueryEvent query) {
        boolean replaces = tokens.skip("OR", "REPLACE");
        if (!tokens.skip("TABLE")) {
            return;
        }
        boolean conditional = tokens.skipCondition();
        TableId table = tokens.table(query.schema());
        if (conditional && !replaces && !isGone(table)) {
            return;
        }
        understand(table, query, before -> {
            if (tokens.skip("LIKE") || tokens.skip("(", "LIKE")) {
                TableId original = tokens.table(query.schema());
                originals.put(names.key(table), original(original).orElse(names.key(original)));
                return get(original);
            }
            return Optional.of(new CreateTable(tokens, mariaDb).read());
        });
    }

    private void drop(SqlTokens tokens, QueryEvent query) {
        if (tokens.skip("TABLE") || tokens.skip("TABLES")) {
            tokens.skipCondition();
            do {
                putGone(tokens.table(query.schema()));
            } while (tokens.skip(","));
        } else if (tokens.skip("DATABASE") || tokens.skip("SCHEMA")) {
            tokens.skipCondition();
            String schema = tokens.name();
            tables.replaceAll(
                    (table, definition) -> names.same(table.schema(), schema) ? Optional.empty() : definition);
        } else if (tokens.skip("INDEX")) {
            dropIndex(tokens, query);
        }
    }

    private void dropIndex(SqlTokens tokens, QueryEvent query) {
        tokens.skipCondition();
        boolean primary = tokens.name().equalsIgnoreCase("PRIMARY");
        if (primary && tokens.skip("ON")) {
            understand(
                    tokens.table(query.schema()),
                    query,
                    before -> before.map(it -> new TableDefinition(it.columns(), List.of(), it.charset())));
        }
    }

    private void rename(SqlTokens tokens, String schema) {
        tokens.skipCondition();
        do {
            TableId from = tokens.table(schema);
            tokens.skipWait();
            if (!tokens.skip("TO")) {
                throw new IllegalArgumentException("The new name of " + from + " is missing.");
            }
            move(from, tokens.table(schema));
        } while (tokens.skip(","));
    }
}
