package dev.caudal.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.ColumnRules;
import dev.caudal.mysql.ComputedColumn;
import dev.caudal.replicate.TableRule.AddColumn;
import dev.caudal.replicate.TableRule.DropColumns;
import dev.caudal.replicate.TableRule.RenameColumns;
import dev.caudal.replicate.TableRule.RenameTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds for all tables of a task, or those of a pattern: the setting {@code table.rules}, a JSON array. Of those that
 * fit a table's name, or a column's, the first decides; what {@link TableSettings} say of a table or column comes before
 * them. Immutable.
 *
 * @param rules in their order
 */
public record TableRules(List<TableRule> rules) {

    static final String RULE = "rule";
    static final String TABLES = "tables";
    static final String COLUMNS = "columns";
    static final String COLUMN = "column";
    static final String EXPRESSION = "expression";
    static final String TO = "to";
    static final String LETTERS = "letters";

    /** The kinds of rules. */
    public static final List<String> KINDS =
            List.of(RenameTables.KIND, RenameColumns.KIND, DropColumns.KIND, AddColumn.KIND);

    /** No rules. */
    public static final TableRules NONE = new TableRules(List.of());

    /** Copies the list. */
    public TableRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads rules.
     *
     * @param json as {@link #json} gives it; missing for none
     * @throws IllegalArgumentException naming the rule by its number from 1 on, its field and the value that is wrong
     */
    public static TableRules parse(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return NONE;
        }
        if (!json.isArray()) {
            throw new IllegalArgumentException(
                    "It is " + json + ", and should be a list, as in [{\"rule\": \"drop-columns\", …}].");
        }
        List<TableRule> rules = new ArrayList<>();
        json.forEach(each -> rules.add(new TableRuleReader(rules.size() + 1, each).rule()));
        return new TableRules(rules);
    }

    /** The rules as {@link #parse} reads them. */
    public ArrayNode json() {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (TableRule rule : rules) {
            ObjectNode each = rule.json();
            if (!rule.tables().equals(TableNames.ALL)) {
                each.put(TABLES, rule.tables().toString());
            }
            json.add(each);
        }
        return json;
    }

    /** The table by the names that topics are made of. */
    TableId name(TableId table) {
        return of(RenameTables.class, table).stream()
                .findFirst()
                .map(rule -> rule.of(table))
                .orElse(table);
    }

    /**
     * What of a table goes into its messages.
     *
     * @param table one of the task's
     * @param own what the table's own settings say
     * @return both together
     */
    public TableSettings of(TableId table, TableSettings own) {
        List<ColumnRules.Rule> columns = new ArrayList<>();
        List<ComputedColumn> added = new ArrayList<>();
        for (TableRule rule : of(TableRule.class, table)) {
            if (rule instanceof RenameColumns rename) {
                columns.add(new ColumnRules.Rule(rename.columns(), Optional.of(rename.name())));
            } else if (rule instanceof DropColumns drop) {
                columns.add(new ColumnRules.Rule(drop.columns(), Optional.empty()));
            } else if (rule instanceof AddColumn add) {
                added.add(add.column());
            }
        }
        return new TableSettings(own.shape().with(new ColumnRules(columns, added)), own.topic(), own.partition());
    }

    private <T extends TableRule> List<T> of(Class<T> kind, TableId table) {
        return rules.stream()
                .filter(rule -> rule.fits(table))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
