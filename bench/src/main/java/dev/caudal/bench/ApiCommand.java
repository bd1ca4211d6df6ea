package dev.caudal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the platform's API. */
@Command(
        name = "api",
        description = "Ask the platform's API while many tasks are defined and some run; print how long answers take.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine: the platform in this process, its broker, and a MariaDB. It takes some",
            "minutes; nothing else should run meanwhile.",
            "",
            "Example:",
            "  caudal bench api --json > result.json"
        })
final class ApiCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BenchOptions bench = new BenchOptions();

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "How many tasks are defined (default: ${DEFAULT-VALUE}).")
    private int tasks = 500;

    @Option(names = "--running", paramLabel = "N", description = "How many of them run (default: ${DEFAULT-VALUE}).")
    private int running = 20;

    @Option(
            names = "--tables",
            paramLabel = "N",
            description = "How many tables are selected by one pattern (default: ${DEFAULT-VALUE}).")
    private int tables = 10_000;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "How often each is asked (default: ${DEFAULT-VALUE}).")
    private int requests = 1_000;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        int scale = bench.quick() ? 10 : 1;
        var settings = new ApiBench.Settings(tasks / scale, running / scale, tables / scale, requests / scale);
        var figures =
                new ApiBench(settings, bench.folder(), bench.programs(), text -> BenchOptions.note(err, text)).run();
        if (bench.json()) {
            out.println(new ObjectMapper().valueToTree(figures).toPrettyString());
        } else {
            figures.forEach((name, value) -> out.printf("%-40s %9.1f ms%n", name, value));
            Goal.print(out, Goal.API, figures);
        }
        out.flush();
        return 0;
    }
}
