package dev.caudal.mysql;

import dev.caudal.core.NamePattern;
import dev.caudal.core.NewName;
import java.util.List;
import java.util.Optional;

/**
 * What rules for many tables say of the columns of one of them. Immutable.
 *
 * @param rules of those that fit a column the first decides
 * @param added columns that come behind those of the table, which has none of these names
 */
public record ColumnRules(List<Rule> rules, List<ComputedColumn> added) {

    /** No rules. */
    public static final ColumnRules NONE = new ColumnRules(List.of(), List.of());

    /**
     * What becomes of columns.
     *
     * @param columns which, by the source's names
     * @param name their names in messages; empty where they are left out
     */
    public record Rule(NamePattern columns, Optional<NewName> name) {}

    /** Copies the lists. */
    public ColumnRules {
        rules = List.copyOf(rules);
        added = List.copyOf(added);
    }

    boolean drops(String column) {
        return first(column).filter(rule -> rule.name().isEmpty()).isPresent();
    }

    String nameOf(String column) {
        return first(column)
                .flatMap(rule -> rule.name()
                        .map(name -> name.of(rule.columns().parts(column).orElseThrow())))
                .orElse(column);
    }

    private Optional<Rule> first(String column) {
        return rules.stream()
                .filter(rule -> rule.columns().parts(column).isPresent())
                .findFirst();
    }
}
