package dev.caudal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes endpoints and tasks as a file says. */
@Command(
        name = "apply",
        description = "Make endpoints and tasks as a file says, all or none; others stay as they are.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "JSON or YAML, - for the standard input. A secret that is the mask stays as it is.")
    private Path file = Path.of("-");

    @Option(names = "--dry-run", description = "Only say what would become of each.")
    private boolean dryRun;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    ApplyCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var answer = api.client().postYaml("apply?dryRun=" + dryRun, FileText.read(file));
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(answer.path("items").toPrettyString());
        } else {
            var table = new Table("KIND", "NAME", dryRun ? "WOULD BE" : "ACTION", "VERSION");
            for (var item : answer.path("items")) {
                table.row(
                        item.path("kind").asText(),
                        item.path("name").asText(),
                        item.path("action").asText(),
                        item.path("version").asText());
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
