package dev.caudal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints tasks as a file. */
@Command(
        name = "export",
        description = "Print tasks and their endpoints as a file in JSON, secrets masked; 'apply' takes it.",
        mixinStandardHelpOptions = true)
final class TaskExportCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The tasks; none: all, and all endpoints.")
    private List<String> names = List.of();

    @Mixin
    private ApiOptions api = new ApiOptions();

    TaskExportCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var query =
                names.stream().map(name -> "task=" + ApiClient.encoded(name)).collect(Collectors.joining("&"));
        var out = root.terminal().out();
        out.println(api.client().get("export?" + query).toPrettyString());
        out.flush();
        return ExitCode.OK;
    }
}
