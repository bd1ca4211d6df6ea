package dev.caudal.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares capture with Debezium's. */
@Command(
        name = "cdc",
        description = "Run Caudal and Debezium over the same database and print rates, CPU, memory and latency.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine: a MariaDB, a Kafka broker, and one Kafka Connect worker at a time. A whole",
            "run takes about half an hour on two processors; nothing else should run meanwhile.",
            "",
            "Examples:",
            "  caudal bench cdc --json > result.json",
            "  caudal bench cdc --only load --rounds 1 --engines caudal",
            "  caudal bench cdc --only load --tables 50 --rows 40000"
        })
final class CdcCommand implements Callable<Integer> {
    private static final int ROWS = 2_000_000;
    private static final int EVENTS = 3_000_000;
    private static final int SMALLER = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkerOptions worker = new WorkerOptions();

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Only these: load, changes, latency.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Only these: caudal, debezium (at least once), debezium-exactly-once, producer-alone (Kafka's producer with messages that are there already, the limit).")
    private List<String> engines = List.of("caudal", "debezium", "debezium-exactly-once", "producer-alone");

    @Option(
            names = "--brokers",
            split = ",",
            paramLabel = "KIND",
            description = "Latency with these settings of the broker: ours, default (both if not given).")
    private Set<BrokerKind> brokers = EnumSet.allOf(BrokerKind.class);

    @Option(names = "--tables", paramLabel = "N", description = "How many tables are loaded (default: 1).")
    private int tables = 1;

    @Option(names = "--rows", paramLabel = "N", description = "Rows of each table (default: 2000000).")
    private @Nullable Integer rows;

    @Option(names = "--columns", paramLabel = "N", description = "Columns of each table (default: 5).")
    private int columns = Shape.CITY;

    @Option(names = "--row-bytes", paramLabel = "N", description = "Bytes of a text in each row (default: none).")
    private int rowBytes;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Changes that wait in the log, a multiple of 10000 (default: 3000000).")
    private @Nullable Integer events;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often a worker does the same, cold the first time (default: 2).")
    private int repeats = 2;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            description = "How long latency is measured, after a third of that to warm up (default: 30).")
    private @Nullable Integer latencySeconds;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var settings = settings();
        var results = new CdcBench(settings, worker.places(), text -> BenchOptions.note(err, text)).run();
        if (worker.bench().json()) {
            out.println(JsonReport.of(results, settings).toPrettyString());
        } else {
            new TextReport(out).print(results);
        }
        out.flush();
        return 0;
    }

    private CdcSettings settings() {
        int changes = number(events, EVENTS);
        if (changes % Backlog.UNIT != 0) {
            throw new ParameterException(
                    spec.commandLine(), "--events is %d; give a multiple of %d.".formatted(changes, Backlog.UNIT));
        }
        int seconds = number(latencySeconds, 30);
        return new CdcSettings(
                parts,
                engines.stream().map(this::engine).toList(),
                brokers,
                new Shape(tables, number(rows, ROWS), columns, rowBytes),
                changes,
                worker.bench().rounds(),
                repeats,
                Duration.ofMillis(seconds * 1000L / 3),
                Duration.ofSeconds(seconds));
    }

    private int number(@Nullable Integer given, int usual) {
        return given != null ? given : worker.bench().quick() ? usual / SMALLER : usual;
    }

    private Engine engine(String name) {
        List<Engine> known = List.of(
                new CaudalEngine(worker.settings()),
                new DebeziumEngine(false),
                new DebeziumEngine(true),
                new ProducerEngine());
        return known.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no engine %s. There are %s."
                                .formatted(
                                        name, known.stream().map(Engine::name).toList())));
    }
}
