package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of the log does to which tables (source: the grammars of {@code ALTER TABLE}, {@code DROP TABLE},
 * {@code RENAME TABLE} and others in the manuals of MySQL and MariaDB). Immutable once made.
 */
final class DdlStatement {

    private final SqlTokens tokens;
    private final String schema;
    private final NameCase names;
    private final Map<TableId, DdlKind> tables = new LinkedHashMap<>();
    private @Nullable String droppedSchema;

    private DdlStatement(SqlTokens tokens, String schema, NameCase names) {
        this.tokens = tokens;
        this.schema = schema;
        this.names = names;
    }

    /** Reads a statement, with names as the server compares them; one of another kind concerns no table. */
    static DdlStatement of(QueryEvent query, NameCase names) {
        DdlStatement statement = new DdlStatement(new SqlTokens(query.sql()), query.schema(), names);
        statement.read();
        return statement;
    }

    /** What it does to a table. */
    Optional<DdlKind> kind(TableId table) {
        return droppedSchema != null && names.same(droppedSchema, table.schema())
                ? Optional.of(DdlKind.DROP)
                : Optional.ofNullable(tables.get(names.key(table)));
    }

    private void read() {
        if (tokens.skip("ALTER")) {
            skipAny("ONLINE", "IGNORE");
            if (tokens.skip("TABLE")) {
                alter();
            }
        } else if (tokens.skip("CREATE")) {
            create();
        } else if (tokens.skip("DROP")) {
            drop();
        } else if (tokens.skip("RENAME")) {
            if (tokens.skip("TABLE") || tokens.skip("TABLES")) {
                rename();
            }
        } else if (tokens.skip("TRUNCATE")) {
            boolean unused = tokens.skip("TABLE");
            add(table(), DdlKind.TRUNCATE);
        }
    }

    private void skipAny(String... words) {
        Set<String> any = Set.of(words);
        while (any.contains(tokens.keyword())) {
            tokens.next();
        }
    }

    private void add(Optional<TableId> table, DdlKind kind) {
        table.ifPresent(id -> tables.put(id, kind));
    }

    /** The name of a table, perhaps with its database in front; empty where there is none. */
    private Optional<TableId> table() {
        SqlTokens.Token first = tokens.next();
        if (!first.name()) {
            return Optional.empty();
        }
        if (tokens.skip(".")) {
            SqlTokens.Token second = tokens.next();
            return second.name() ? named(first.text(), second.text()) : Optional.empty();
        }
        return schema.isEmpty() ? Optional.empty() : named(schema, first.text());
    }

    private Optional<TableId> named(String ofSchema, String name) {
        return Optional.of(names.key(new TableId(ofSchema, name)));
    }

    private void skipWait() {
        if (tokens.skip("WAIT")) {
            tokens.next();
        } else {
            boolean unused = tokens.skip("NOWAIT");
        }
    }

    private void alter() {
        boolean unused = tokens.skip("IF", "EXISTS");
        Optional<TableId> table = table();
        skipWait();
        DdlKind kind = DdlKind.ALTER;
        int depth = 0;
        while (tokens.hasNext()) {
            if (depth == 0 && movesRows()) {
                kind = DdlKind.TRUNCATE;
            } else if (depth == 0 && tokens.skip("EXCHANGE", "PARTITION")) {
                kind = DdlKind.TRUNCATE;
                exchanged();
            } else if (depth == 0 && renamed()) {
                kind = DdlKind.RENAME;
            } else {
                depth += switch (tokens.next().text()) {
                    case "(" -> 1;
                    case ")" -> -1;
                    default -> 0;
                };
            }
        }
        add(table, kind);
    }

    private boolean movesRows() {
        return tokens.skip("TRUNCATE", "PARTITION")
                || tokens.skip("DROP", "PARTITION")
                || tokens.skip("DISCARD")
                || tokens.skip("IMPORT")
                || tokens.skip("CONVERT", "PARTITION")
                || tokens.skip("CONVERT", "TABLE");
    }

    private void exchanged() {
        tokens.next();
        if (tokens.skip("WITH", "TABLE")) {
            add(table(), DdlKind.TRUNCATE);
        }
    }

    /** {@code RENAME [TO|AS|=] name}, not that of a column or an index. */
    private boolean renamed() {
        if (!tokens.skip("RENAME")) {
            return false;
        }
        if (Set.of("COLUMN", "INDEX", "KEY").contains(tokens.keyword())) {
            return false;
        }
        skipAny("TO", "AS", "=");
        add(table(), DdlKind.RENAME);
        return true;
    }

    private void create() {
        boolean replaces = tokens.skip("OR", "REPLACE");
        if (tokens.skip("TABLE")) {
            boolean unused = tokens.skip("IF", "NOT", "EXISTS");
            add(table(), replaces ? DdlKind.DROP : DdlKind.CREATE);
        } else {
            skipAny("ONLINE", "OFFLINE", "UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");
            if (tokens.skip("INDEX")) {
                index();
            }
        }
    }

    /** The table behind {@code name … ON}. */
    private void index() {
        tokens.next();
        while (tokens.hasNext()) {
            if (tokens.skip("ON")) {
                add(table(), DdlKind.ALTER);
                return;
            }
            tokens.next();
        }
    }

    private void drop() {
        if (tokens.skip("TABLE") || tokens.skip("TABLES")) {
            boolean unused = tokens.skip("IF", "EXISTS");
            do {
                add(table(), DdlKind.DROP);
            } while (tokens.skip(","));
        } else if (tokens.skip("DATABASE") || tokens.skip("SCHEMA")) {
            boolean unused = tokens.skip("IF", "EXISTS");
            droppedSchema = tokens.next().text();
        } else {
            skipAny("ONLINE", "OFFLINE");
            if (tokens.skip("INDEX")) {
                index();
            }
        }
    }

    private void rename() {
        boolean unused = tokens.skip("IF", "EXISTS");
        Map<TableId, TableId> moves = new LinkedHashMap<>();
        do {
            Optional<TableId> from = table();
            skipWait();
            if (!tokens.skip("TO")) {
                break;
            }
            Optional<TableId> to = table();
            from.ifPresent(it -> to.ifPresent(other -> moves.put(it, other)));
        } while (tokens.skip(","));
        Set<TableId> named = new HashSet<>(moves.keySet());
        named.addAll(moves.values());
        named.forEach(table -> tables.put(table, isSwapped(table, moves) ? DdlKind.ALTER : DdlKind.RENAME));
    }

    /** Whether an online DDL tool puts its copy, of the same rows in a new structure, in the table's place. */
    private static boolean isSwapped(TableId table, Map<TableId, TableId> moves) {
        TableId old = moves.get(table);
        return old != null
                && moves.entrySet().stream()
                        .filter(move -> move.getValue().equals(table))
                        .anyMatch(
                                move -> isCopy(move.getKey().name(), table.name()) && isOld(old.name(), table.name()));
    }

    /** As gh-ost and pt-online-schema-change name it; the latter adds underscores where the name is taken. */
    private static boolean isCopy(String name, String table) {
        return name.equals("_" + table + "_gho") || name.matches("_+\\Q" + table + "\\E_new");
    }

    private static boolean isOld(String name, String table) {
        return name.matches("_\\Q" + table + "\\E(_\\d{14})?_del") || name.matches("_+\\Q" + table + "\\E_old");
    }
}
