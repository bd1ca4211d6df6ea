package dev.caudal.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.NamePattern;
import dev.caudal.core.NewName;
import dev.caudal.core.NewName.Letters;
import dev.caudal.mysql.ComputedColumn;
import dev.caudal.mysql.Expression;
import dev.caudal.replicate.TableRule.AddColumn;
import dev.caudal.replicate.TableRule.DropColumns;
import dev.caudal.replicate.TableRule.RenameColumns;
import dev.caudal.replicate.TableRule.RenameTables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads one rule.
 *
 * @param number which of the list, from 1 on
 * @param json its object
 */
record TableRuleReader(int number, JsonNode json) {

    TableRule rule() {
        if (!json.isObject()) {
            throw wrong(json, "an object with " + TableRules.RULE);
        }
        String kind = text(TableRules.RULE, "");
        return switch (kind) {
            case RenameTables.KIND -> {
                requireOnly(TableRules.TO, TableRules.LETTERS);
                yield new RenameTables(tables(), name(tables().wildcards()));
            }
            case RenameColumns.KIND -> {
                requireOnly(TableRules.COLUMNS, TableRules.TO, TableRules.LETTERS);
                yield new RenameColumns(tables(), columns(), name(columns().wildcards()));
            }
            case DropColumns.KIND -> {
                requireOnly(TableRules.COLUMNS);
                yield new DropColumns(tables(), columns());
            }
            case AddColumn.KIND -> {
                requireOnly(TableRules.COLUMN, TableRules.EXPRESSION);
                yield new AddColumn(tables(), added());
            }
            default -> throw wrong(TableRules.RULE, String.join(", ", TableRules.KINDS));
        };
    }

    private void requireOnly(String... fields) {
        List<String> known = List.of(fields);
        json.fieldNames().forEachRemaining(field -> {
            if (!field.equals(TableRules.RULE) && !field.equals(TableRules.TABLES) && !known.contains(field)) {
                throw new IllegalArgumentException("Rule " + number + " has no '" + field + "'; there are "
                        + TableRules.TABLES + ", " + String.join(", ", fields) + ".");
            }
        });
    }

    private TableNames tables() {
        try {
            return TableNames.parse(text(TableRules.TABLES, TableNames.ALL.toString()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Rule " + number + ", " + TableRules.TABLES + ": " + e.getMessage() + ".", e);
        }
    }

    private NamePattern columns() {
        return new NamePattern(text(TableRules.COLUMNS, ""), true);
    }

    private NewName name(int wildcards) {
        String to = text(TableRules.TO, "");
        String letters = text(TableRules.LETTERS, lower(Letters.KEEP));
        if (Arrays.stream(Letters.values()).noneMatch(each -> lower(each).equals(letters))) {
            throw wrong(
                    TableRules.LETTERS,
                    "one of "
                            + Arrays.stream(Letters.values())
                                    .map(TableRuleReader::lower)
                                    .collect(Collectors.joining(", ")));
        }
        NewName name = new NewName(to, Letters.valueOf(letters.toUpperCase(Locale.ROOT)));
        if (name.wildcards() > wildcards) {
            throw wrong(TableRules.TO, "a name with no more % than the pattern has, which are " + wildcards);
        }
        return name;
    }

    private ComputedColumn added() {
        String column = text(TableRules.COLUMN, "");
        if (column.startsWith("$")) {
            throw wrong(TableRules.COLUMN, "the name of a column");
        }
        try {
            return new ComputedColumn(column, Expression.parse(text(TableRules.EXPRESSION, "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Rule " + number + ", " + TableRules.EXPRESSION + ", is wrong: " + e.getMessage(), e);
        }
    }

    private static String lower(Letters letters) {
        return letters.name().toLowerCase(Locale.ROOT);
    }

    private String text(String field, String absent) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() && !absent.isEmpty()) {
            return absent;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw wrong(field, "a text");
        }
        return value.asText();
    }

    private IllegalArgumentException wrong(String field, String wanted) {
        JsonNode value = json.path(field);
        return new IllegalArgumentException("Rule " + number + " has "
                + (value.isMissingNode() ? "no " + field : value + " as " + field) + "; it should be " + wanted + ".");
    }

    private IllegalArgumentException wrong(JsonNode value, String wanted) {
        return new IllegalArgumentException("Rule " + number + " is " + value + ", and should be " + wanted + ".");
    }
}
