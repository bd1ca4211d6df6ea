package dev.caudal.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the REST proxy. */
@Command(
        name = "rest",
        description = "Produce and consume through the REST proxy and with Kafka's own clients; print rates and CPU.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine: a Kafka broker, and the proxy in a process of its own. A whole run takes",
            "about half an hour on two processors; nothing else should run meanwhile.",
            "",
            "Examples:",
            "  caudal bench rest --json > result.json",
            "  caudal bench rest --only batch_1000 --rounds 1"
        })
final class RestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BenchOptions bench = new BenchOptions();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these: batch_1000, batch_100, batch_1 (records of a request to produce), consume.")
    private Set<RestPart> parts = EnumSet.allOf(RestPart.class);

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records of each run (default: 1000000, 100000 one by one, 2000000 to consume).")
    private @Nullable Integer records;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often a proxy does the same, cold the first time (default: ${DEFAULT-VALUE}).")
    private int repeats = 4;

    @Option(
            names = "--proxy-options",
            split = " ",
            paramLabel = "OPTIONS",
            description = "More options for the Java of the proxy, separated by spaces.")
    private List<String> proxyOptions = List.of();

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var settings = new RestSettings(
                parts,
                Optional.ofNullable(records),
                bench.quick() ? 0.3 : 1,
                bench.rounds(),
                repeats,
                bench.rest(),
                proxyOptions);
        var measurements = new RestBench(settings, bench.folder(), text -> BenchOptions.note(err, text)).run();
        if (bench.json()) {
            out.println(RestJson.of(measurements, settings).toPrettyString());
        } else {
            MeasurementTable.print(out, measurements, RestFigures.of(measurements), Goal.REST);
        }
        out.flush();
        return 0;
    }
}
