package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a task's log. */
@Command(
        name = "log",
        description = "Show a task's log: what happened, why, and what to do.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal task log city -f",
            "  caudal task log city --level warn --text 'connect'",
            "  caudal task log city --set-level TARGET_APPLY=debug"
        })
final class TaskLogCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Caudal root;

    @Mixin
    private TaskParameter task = new TaskParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private StreamOutput output = new StreamOutput();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "This one and graver: error, warn, info, debug, trace.")
    private String level = "trace";

    @Option(names = "--component", paramLabel = "NAME", description = "Lines of one component, as SOURCE_CAPTURE.")
    private String component = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Lines that hold a text.")
    private String text = "";

    @Option(names = "--limit", paramLabel = "N", description = "The newest N lines (default: 100).")
    private int limit = 100;

    @Option(
            names = "--set-level",
            paramLabel = "COMPONENT=LEVEL",
            description = "Change which lines a component writes from now on, until its worker is started again.")
    private Map<String, String> levels = Map.of();

    TaskLogCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        var client = api.client();
        if (!levels.isEmpty()) {
            var unused = client.put(task.path("log", "levels"), Json.MAPPER.valueToTree(levels));
            root.terminal().note("Changed, in all workers and those that the task moves to.");
            return ExitCode.OK;
        }
        long after = show(client, -1, limit);
        while (follow) {
            Thread.sleep(PAUSE.toMillis());
            after = show(client, after, 10_000);
        }
        return ExitCode.OK;
    }

    private long show(ApiClient client, long after, int most) {
        var query = "?level=%s&component=%s&text=%s&after=%d&limit=%d"
                .formatted(
                        ApiClient.encoded(level), ApiClient.encoded(component), ApiClient.encoded(text), after, most);
        long last = after;
        var out = root.terminal().out();
        for (var line : client.get(task.path("log") + query).path("items")) {
            out.println(output.isJson() ? line.toString() : sentence(line));
            last = line.path("id").asLong();
        }
        out.flush();
        return last;
    }

    private static String sentence(JsonNode line) {
        var remedy = line.path("remedy").asText();
        var cause = line.path("cause").asText();
        return "%s %-5s %-16s %s%s%s [%s]"
                .formatted(
                        line.path("time").asText(),
                        line.path("level").asText(),
                        line.path("component").asText(),
                        line.path("text").asText(),
                        cause.isEmpty() ? "" : " Cause: " + cause + (cause.endsWith(".") ? "" : "."),
                        remedy.isEmpty() ? "" : " Remedy: " + remedy,
                        line.path("code").asText());
    }
}
