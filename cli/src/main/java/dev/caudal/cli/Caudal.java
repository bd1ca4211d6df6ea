package dev.caudal.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of all commands. */
@Command(
        name = "caudal",
        description = "Changes of operational databases into Kafka, exactly once.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "With the sources: 'caudal test [MODULE]' runs the tests, 'caudal test guide' the guide's commands,",
            "'caudal soak --minutes N' the fault tests; 'caudal bench cdc' compares the speed with Debezium's,",
            "and 'caudal dist' makes a release.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 not allowed, 5 conflict,",
            "6 server unreachable, 7 timed out, 8 in error, 130 interrupted."
        })
final class Caudal {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            TourCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            SqlCommand.class,
            JoinFileCommand.class,
            WorkerCommand.class,
            UserCommand.class,
            AuditCommand.class,
            EndpointCommand.class,
            TaskCommand.class,
            TableCommand.class,
            TopicCommand.class,
            BucketCommand.class,
            ClusterCommand.class,
            NetworkCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RecoveryCommand.class,
            ConnectCommand.class,
            RestProxyCommand.class,
            AtMsgCommand.class,
            DoctorCommand.class,
            VersionCommand.class);

    private final Terminal terminal;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the log and the full trace of errors.")
    private boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours (also NO_COLOR, TERM=dumb).")
    private boolean plain;

    private Caudal(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        var root = new Caudal(terminal);
        var line = line(root, named(arguments).map(List::<Class<?>>of).orElse(COMMANDS));
        line.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures.of(root));
        line.setExecutionStrategy(parsed -> {
            Logs.quiet(root.verbose);
            return new CommandLine.RunLast().execute(parsed);
        });
        return line.execute(arguments);
    }

    /** All commands with their options, as {@code --help} tells them. */
    static CommandLine all(Terminal terminal) {
        return line(new Caudal(terminal), COMMANDS);
    }

    private static CommandLine line(Caudal root, List<Class<?>> commands) {
        var construction = new Construction(root);
        var line = new CommandLine(root, construction);
        commands.forEach(type -> line.addSubcommand(new CommandLine(type, construction)));
        return line;
    }

    /** The command that is asked for: to look at the options of all others would take longer than most need to run. */
    private static Optional<Class<?>> named(String... arguments) {
        var name = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .orElse("");
        return COMMANDS.stream()
                .filter(type -> type.getAnnotation(Command.class).name().equals(name))
                .findFirst();
    }

    Terminal terminal() {
        return plain ? terminal.plain() : terminal;
    }

    boolean verbose() {
        return verbose;
    }

    /** Gives each command the root, from which it has its terminal. */
    private record Construction(Caudal root) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Caudal.class) {
                    return type.cast(constructor.newInstance(root));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
