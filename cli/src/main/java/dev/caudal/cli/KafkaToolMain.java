package dev.caudal.cli;

import java.util.List;

/** What the scripts under {@code bin} run that have the names of Apache Kafka's: its own tools. */
public final class KafkaToolMain {
    private KafkaToolMain() {}

    /**
     * Runs a tool; it ends the process with its own exit code.
     *
     * @param arguments the name of the script, then the tool's own arguments, also those of Kafka's years with ZooKeeper
     * @throws Exception what the tool throws
     */
    public static void main(String[] arguments) throws Exception {
        var script = arguments.length == 0 ? "" : arguments[0];
        var tool = KafkaTool.named(script);
        if (tool.isEmpty()) {
            System.err.printf("caudal: there is no tool %s under bin.%n", script);
            System.exit(ExitCode.USAGE);
            return;
        }
        Logs.quiet(false);
        var given = List.of(arguments).subList(1, arguments.length);
        try {
            tool.get()
                    .program()
                    .run(ToolArguments.of(tool.get(), given, new ToolClusters()).toArray(String[]::new));
        } catch (CommandFailure e) {
            System.err.printf("%s: %s%n", script, e.getMessage());
            System.exit(e.exitCode());
        }
    }
}
