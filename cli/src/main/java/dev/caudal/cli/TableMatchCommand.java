package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.caudal.core.Count;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which tables patterns mean. */
@Command(
        name = "match",
        description = "Show the tables that patterns mean on a task's source, or those that the task has.",
        mixinStandardHelpOptions = true)
final class TableMatchCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task.")
    private String task = "";

    @Parameters(paramLabel = "PATTERN", arity = "0..*", description = "As in world.%%; none: those of the task.")
    private List<String> patterns = List.of();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    TableMatchCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        if (!patterns.isEmpty()) {
            var include = body.putArray("include");
            patterns.forEach(include::add);
        }
        var answer = api.client().post(ApiClient.path("tasks", task, "match"), body);
        var terminal = root.terminal();
        var out = terminal.out();
        if (output.isJson()) {
            out.println(answer.toPrettyString());
        } else {
            answer.path("items").forEach(each -> out.println(each.asText()));
            answer.path("missing").forEach(each -> terminal.note(each.asText() + " is not on the source."));
            answer.path("idle").forEach(each -> terminal.note("No table is like " + each.asText() + "."));
            terminal.note(Count.of(answer.path("total").asLong(), "table"));
        }
        out.flush();
        return ExitCode.OK;
    }
}
