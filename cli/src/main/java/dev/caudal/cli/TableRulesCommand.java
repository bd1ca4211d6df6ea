package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and changes what holds for many tables of a task. */
@Command(
        name = "rules",
        description = {
            "Show the rules for all tables of a task, or add some behind them, from the next run on. Of several rules"
                    + " that fit a table's or a column's name the first decides; what 'table set' says of one comes"
                    + " before. In patterns %% stands for any text, in a new name for what that of the pattern stood for."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal table rules --task city --rename-tables world.%%=mundo.%%",
            "  caudal table rules --task city --rename-columns %%=%% --letters lower --tables world.%%",
            "  caudal table rules --task city --drop-columns tmp_%% --add-column \"origin='world-db'\"",
            "  caudal table rules --task city --remove 2",
            "  caudal table rules --task city --drop-columns tmp_%% --dry-run world.city"
        })
final class TableRulesCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task.")
    private String task = "";

    @Option(
            names = "--rename-tables",
            paramLabel = "PATTERN=NAME",
            description = "Other names, <schema>.<table>, for tables in topics.")
    private Map<String, String> renameTables = Map.of();

    @Option(
            names = "--rename-columns",
            paramLabel = "PATTERN=NAME",
            description = "Other names for columns in messages.")
    private Map<String, String> renameColumns = Map.of();

    @Option(names = "--drop-columns", paramLabel = "PATTERN", description = "Columns to leave out.")
    private List<String> dropColumns = List.of();

    @Option(names = "--add-column", paramLabel = "NAME=EXPRESSION", description = "A column behind those of the table.")
    private Map<String, String> addColumn = Map.of();

    @Option(
            names = "--tables",
            paramLabel = "PATTERN",
            description = "Of which tables, <schema>.<table>, for the rules for columns given here; else of all.")
    private @Nullable String tables;

    @Option(
            names = "--letters",
            paramLabel = "lower|upper",
            description = "What becomes of the letters of new names given here.")
    private @Nullable String letters;

    @Option(names = "--remove", paramLabel = "N", split = ",", description = "Rules to take away, by their numbers.")
    private List<Integer> remove = List.of();

    @Option(
            names = "--dry-run",
            paramLabel = "TABLE",
            description = "Save nothing; show what would be sent of rows that this table has on the source.")
    private @Nullable String dryRun;

    @Mixin
    private PreviewOptions preview = new PreviewOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TableRulesCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        var path = ApiClient.path("tasks", task);
        ObjectNode definition = client.get(path).deepCopy();
        ArrayNode rules = definition.withArrayProperty("tableRules");
        var before = rules.deepCopy();
        remove(rules);
        renameTables.forEach(
                (from, to) -> renamed(rules.addObject(), "rename-tables", to).put("tables", from));
        renameColumns.forEach((from, to) ->
                ofTables(renamed(rules.addObject(), "rename-columns", to)).put("columns", from));
        dropColumns.forEach(pattern ->
                ofTables(rules.addObject().put("rule", "drop-columns")).put("columns", pattern));
        addColumn.forEach((name, expression) -> ofTables(rules.addObject().put("rule", "add-column"))
                .put("column", name)
                .put("expression", expression));
        if (dryRun != null) {
            var tried = preview.ask(client, task, dryRun, "rules", rules);
            TablePreviewText.print(root.terminal(), tried, output.isJson());
            return ExitCode.OK;
        }
        if (rules.equals(before)) {
            show(rules);
            return ExitCode.OK;
        }
        var saved = client.put(path, definition, definition.path("version").asLong());
        root.terminal().note(TaskText.saved(saved));
        return ExitCode.OK;
    }

    private void remove(ArrayNode rules) {
        remove.stream().distinct().sorted(Comparator.reverseOrder()).forEach(number -> {
            if (number < 1 || number > rules.size()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The task '%s' has no rule %d; it has %d.".formatted(task, number, rules.size()));
            }
            rules.remove(number - 1);
        });
    }

    private ObjectNode renamed(ObjectNode rule, String kind, String to) {
        rule.put("rule", kind).put("to", to);
        if (letters != null) {
            rule.put("letters", letters);
        }
        return rule;
    }

    private ObjectNode ofTables(ObjectNode rule) {
        if (tables != null) {
            rule.put("tables", tables);
        }
        return rule;
    }

    private void show(ArrayNode rules) {
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(rules.toPrettyString());
            out.flush();
            return;
        }
        var table = new Table("NUMBER", "RULE", "TABLES", "WHAT");
        for (int number = 1; number <= rules.size(); number++) {
            var rule = rules.path(number - 1);
            table.row(number, rule.path("rule").asText(), rule.path("tables").asText("%.%"), what(rule));
        }
        table.print(out);
    }

    private static String what(JsonNode rule) {
        var to = rule.path("to").asText()
                + (rule.has("letters") ? ", letters " + rule.path("letters").asText() : "");
        return switch (rule.path("rule").asText()) {
            case "rename-tables" -> "to " + to;
            case "rename-columns" -> rule.path("columns").asText() + " to " + to;
            case "drop-columns" -> rule.path("columns").asText();
            default ->
                rule.path("column").asText() + " = " + rule.path("expression").asText();
        };
    }
}
