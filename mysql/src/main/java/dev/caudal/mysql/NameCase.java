package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a server tells names of schemas and tables apart, its {@code lower_case_table_names}: with 1 it has them in small
 * letters, with 2 as they were made; with either, its log has rows under small letters, and statements as they were written.
 */
enum NameCase {
    /** Letter by letter. */
    EXACT,
    /** In any case of letters. */
    ANY;

    boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** The same for all names of one table. */
    TableId key(TableId table) {
        return this == EXACT ? table : new TableId(key(table.schema()), key(table.name()));
    }

    /** Each letter by itself, as the server does it: {@link String#toLowerCase()} looks at those beside it. */
    private String key(String name) {
        return this == EXACT
                ? name
                : name.codePoints()
                        .map(Character::toLowerCase)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Tables by what is the same for all their names, in their order; of two that are one, the later. */
    Map<TableId, TableId> byKey(Collection<TableId> tables) {
        Map<TableId, TableId> byKey = new LinkedHashMap<>();
        tables.forEach(table -> byKey.put(key(table), table));
        return byKey;
    }

    /** What is wrong with tables of which two are one, as a finding of the later one. */
    Optional<Preflight.Finding> twice(Collection<TableId> tables, SourceConfig.Address server) {
        Map<TableId, TableId> first = new HashMap<>();
        for (TableId table : tables) {
            TableId other = first.putIfAbsent(key(table), table);
            if (other != null) {
                return Optional.of(Preflight.Finding.unfit(
                        table,
                        "The tables " + other + " and " + table + " are one on " + server
                                + ", which does not tell names apart by case (lower_case_table_names).",
                        "Take " + table + " out of the selected tables."));
            }
        }
        return Optional.empty();
    }
}
