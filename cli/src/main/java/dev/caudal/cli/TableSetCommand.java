package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what is sent of one table. */
@Command(
        name = "set",
        description = {
            "Change what is sent of one table, from the next run on. What is not given stays as it is; an empty"
                    + " value takes a setting away."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  caudal table set --task city world.city --exclude district --rename name=nombre --topic cities",
            "  caudal table set --task city world.city --where '$population > 100000' --dry-run"
        })
final class TableSetCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task.")
    private String task = "";

    @Parameters(paramLabel = "TABLE", description = "Schema and table with a dot between them.")
    private String table = "";

    @Option(
            names = "--exclude",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns to leave out, in place of those that are.")
    private @Nullable List<String> exclude;

    @Option(
            names = "--rename",
            paramLabel = "COLUMN=NAME",
            split = ",",
            description = "The name of a column in messages; without a name its own. May be repeated.")
    private Map<String, String> rename = Map.of();

    @Option(
            names = "--compute",
            paramLabel = "COLUMN=EXPRESSION",
            description =
                    "The value of a column, new or in place of the table's, or of $key, $topic, $partition; without"
                            + " an expression as before. May be repeated.")
    private Map<String, String> compute = Map.of();

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns that make the message key, in this order.")
    private @Nullable List<String> key;

    @Option(
            names = "--where",
            paramLabel = "EXPRESSION",
            description = "Which rows are sent, as in '$population > 100000'.")
    private @Nullable String where;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Its own topic.")
    private @Nullable String topic;

    @Option(names = "--partition", paramLabel = "NUMBER", description = "Where all its rows go to, from 0.")
    private @Nullable String partition;

    @Option(names = "--reset", description = "Take away all settings of the table that are not given here.")
    private boolean reset;

    @Option(names = "--dry-run", description = "Save nothing; show what would be sent of some rows of the source.")
    private boolean dryRun;

    @Mixin
    private PreviewOptions preview = new PreviewOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TableSetCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        var path = ApiClient.path("tasks", task);
        ObjectNode definition = client.get(path).deepCopy();
        var all = definition.withObjectProperty("tableSettings");
        if (reset) {
            all.remove(table);
        }
        into(all.withObjectProperty(table));
        if (dryRun) {
            var tried = preview.ask(client, task, table, "settings", all.path(table));
            TablePreviewText.print(root.terminal(), tried, output.isJson());
            return ExitCode.OK;
        }
        if (all.path(table).isEmpty()) {
            all.remove(table);
        }
        var saved = client.put(path, definition, definition.path("version").asLong());
        root.terminal().note(TaskText.saved(saved));
        return ExitCode.OK;
    }

    private void into(ObjectNode settings) {
        put(settings, "exclude", exclude);
        put(settings, "key", key);
        put(settings, "rename", rename);
        put(settings, "compute", compute);
        put(settings, "where", where);
        put(settings, "topic", topic);
        if (partition != null) {
            settings.remove("partition");
            if (!partition.isEmpty()) {
                settings.put("partition", number(partition));
            }
        }
    }

    private static void put(ObjectNode settings, String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        settings.remove(field);
        if (!value.isEmpty()) {
            settings.put(field, value);
        }
    }

    private static void put(ObjectNode settings, String field, @Nullable List<String> columns) {
        if (columns == null) {
            return;
        }
        settings.remove(field);
        var given = columns.stream().filter(column -> !column.isEmpty()).toList();
        if (!given.isEmpty()) {
            given.forEach(settings.putArray(field)::add);
        }
    }

    private static void put(ObjectNode settings, String field, Map<String, String> byColumn) {
        if (byColumn.isEmpty()) {
            return;
        }
        var all = settings.withObjectProperty(field);
        byColumn.forEach((column, value) -> {
            if (value.isEmpty()) {
                all.remove(column);
            } else {
                all.put(column, value);
            }
        });
        if (all.isEmpty()) {
            settings.remove(field);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure(ExitCode.USAGE, "The partition %s is no whole number.".formatted(text), e);
        }
    }
}
