package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.NamePattern;
import dev.caudal.core.NewName;
import dev.caudal.core.TableId;
import dev.caudal.mysql.ComputedColumn;
import java.util.Locale;

/** One of the rules that hold for many tables of a task. */
public sealed interface TableRule {

    /** Which tables, as the source spells them. */
    TableNames tables();

    /** The word of its kind, with what it says beside its tables. */
    ObjectNode json();

    /** Whether it concerns a table. */
    default boolean fits(TableId table) {
        return tables().parts(table).isPresent();
    }

    /**
     * Gives tables other names in topics.
     *
     * @param name {@code schema.table}
     */
    record RenameTables(TableNames tables, NewName name) implements TableRule {
        static final String KIND = "rename-tables";

        @Override
        public ObjectNode json() {
            return put(kind(KIND), name);
        }

        TableId of(TableId table) {
            String renamed = name.of(tables.parts(table).orElseThrow());
            try {
                return TableId.parse(renamed);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "The rule " + KIND + " for " + tables + " makes '" + renamed + "' of " + table
                                + ", which is no <schema>.<table>.",
                        e);
            }
        }
    }

    /**
     * Gives columns other names in messages.
     *
     * @param columns which
     * @param name what they become
     */
    record RenameColumns(TableNames tables, NamePattern columns, NewName name) implements TableRule {
        static final String KIND = "rename-columns";

        @Override
        public ObjectNode json() {
            return put(kind(KIND).put(TableRules.COLUMNS, columns.text()), name);
        }
    }

    /**
     * Leaves columns out.
     *
     * @param columns which
     */
    record DropColumns(TableNames tables, NamePattern columns) implements TableRule {
        static final String KIND = "drop-columns";

        @Override
        public ObjectNode json() {
            return kind(KIND).put(TableRules.COLUMNS, columns.text());
        }
    }

    /**
     * Adds a column behind those of the table.
     *
     * @param column its name and value
     */
    record AddColumn(TableNames tables, ComputedColumn column) implements TableRule {
        static final String KIND = "add-column";

        @Override
        public ObjectNode json() {
            return kind(KIND)
                    .put(TableRules.COLUMN, column.name())
                    .put(TableRules.EXPRESSION, column.expression().text());
        }
    }

    private static ObjectNode kind(String kind) {
        return JsonNodeFactory.instance.objectNode().put(TableRules.RULE, kind);
    }

    private static ObjectNode put(ObjectNode json, NewName name) {
        json.put(TableRules.TO, name.template());
        if (name.letters() != NewName.Letters.KEEP) {
            json.put(TableRules.LETTERS, name.letters().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }
}
