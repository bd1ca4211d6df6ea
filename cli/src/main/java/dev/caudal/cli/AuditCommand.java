package dev.caudal.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells who did what. */
@Command(
        name = "audit",
        description = "Who did what by the API and the console, and who was not let; the oldest first.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what is not older, such as 2026-05-20T19:33:55Z (default: all).")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many at most, 1 to 10000: the last ones (default: ${DEFAULT-VALUE}).")
    private int limit = 1000;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    AuditCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var from = since == null
                ? ""
                : "&since="
                        + ApiClient.encoded(Instant.ofEpochMilli(Times.parse("--since", since))
                                .toString());
        var entries = api.client().get("audit?limit=" + limit + from).path("items");
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(entries.toPrettyString());
        } else {
            var table = new Table("TIME", "USER", "ADDRESS", "REQUEST", "STATUS", "OUTCOME");
            for (var entry : entries) {
                table.row(
                        entry.path("time").asText(),
                        entry.path("user").asText("-"),
                        entry.path("address").asText(),
                        entry.path("request").asText(),
                        entry.path("status").asText(),
                        entry.path("outcome").asText());
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
