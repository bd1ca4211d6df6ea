package dev.caudal.bench;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the sink into a bucket, and the restore. */
@Command(
        name = "s3",
        description = "Write topics into a bucket and restore them; print rates, CPU and memory beside yardsticks.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine: a Kafka broker, a Kafka Connect worker, and a store that throws away what it",
            "gets. A whole run takes about half an hour on two processors; nothing else should run meanwhile.",
            "",
            "Examples:",
            "  caudal bench s3 --json > result.json",
            "  caudal bench s3 --only sink --rounds 1"
        })
final class S3Command implements Callable<Integer> {
    private static final int RECORDS = 1_200_000;
    private static final int SMALLER = 300_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkerOptions worker = new WorkerOptions();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description =
                    "Only these: sink, sink_bytes, sink_json (by the converter), open_files (memory), restore (default: all).")
    private Set<S3Part> parts = EnumSet.allOf(S3Part.class);

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records of each run, a multiple of 3 (default: 1200000).")
    private @Nullable Integer records;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often a worker does the same, cold the first time (default: ${DEFAULT-VALUE}).")
    private int repeats = 6;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var settings = settings();
        var results = new S3Bench(settings, worker.places(), text -> BenchOptions.note(err, text)).run();
        if (worker.bench().json()) {
            out.println(results.json(settings).toPrettyString());
        } else {
            MeasurementTable.print(out, results.measurements(), results.figures(), Goal.S3);
        }
        out.flush();
        return 0;
    }

    private S3Settings settings() {
        int wanted = records != null ? records : worker.bench().quick() ? SMALLER : RECORDS;
        if (wanted < S3Settings.PARTITIONS || wanted % S3Settings.PARTITIONS != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--records is %d; give a multiple of %d.".formatted(wanted, S3Settings.PARTITIONS));
        }
        return new S3Settings(parts, wanted, worker.bench().rounds(), repeats, worker.settings());
    }
}
