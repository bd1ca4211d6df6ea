package dev.caudal.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--json", description = "Print all results as JSON instead of a table.")
    private boolean json;

    @Option(names = "--quick", description = "A tenth of rows, changes and time, one round; for a first look.")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Only these: load, changes, latency.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "NAME",
            description = "Only these: caudal, debezium (at least once), debezium-exactly-once.")
    private List<String> engines = List.of("caudal", "debezium", "debezium-exactly-once");

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

    @Option(names = "--rounds", paramLabel = "N", description = "How often each engine has its turn (default: 3).")
    private @Nullable Integer rounds;

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

    @Option(
            names = "--restless",
            description =
                    "Do not wait until the broker and a worker are at rest, and let a worker do all parts: quicker, and wrong"
                            + " when cold.")
    private boolean restless;

    @Option(
            names = "--worker-options",
            paramLabel = "OPTIONS",
            description = "Options for the Java of the workers, separated by spaces (default: ${DEFAULT-VALUE}).")
    private String workerOptions = "-Xmx1g";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of Caudal's connector to try out.")
    private Map<String, String> caudal = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds all state, in bench (default: CAUDAL_DATA, else ~/.caudal). Rows and"
                    + " log are kept for the next run.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var settings = settings();
        var results = new CdcBench(settings, places(), text -> note(err, text)).run();
        if (json) {
            out.println(JsonReport.of(results, settings).toPrettyString());
        } else {
            new TextReport(out).print(results);
        }
        out.flush();
        return 0;
    }

    private static void note(PrintWriter err, String text) {
        err.println(text);
        err.flush();
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
                rounds == null ? (quick ? 1 : 3) : rounds,
                repeats,
                Duration.ofMillis(seconds * 1000L / 3),
                Duration.ofSeconds(seconds));
    }

    private int number(@Nullable Integer given, int usual) {
        return given != null ? given : quick ? usual / SMALLER : usual;
    }

    private Engine engine(String name) {
        List<Engine> known = List.of(new CaudalEngine(caudal), new DebeziumEngine(false), new DebeziumEngine(true));
        return known.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no engine %s. There are %s."
                                .formatted(
                                        name, known.stream().map(Engine::name).toList())));
    }

    private CdcBench.Places places() {
        return new CdcBench.Places(
                Path.of(System.getProperty("caudal.root", ".")).toAbsolutePath().normalize(),
                DataFolder.bench(data),
                DataFolder.of(data).servers(),
                List.of(workerOptions.split(" ")),
                !restless);
    }
}
