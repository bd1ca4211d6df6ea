package dev.caudal.cli;

import dev.caudal.connect.LaunchException;
import picocli.CommandLine.Command;

/** Workers of Kafka Connect, with the exit codes of Kafka's own programs. */
@Command(
        name = "connect",
        description = "Run a worker of Kafka Connect from files, as connect-standalone and connect-distributed do.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ConnectCommand.USAGE,
        subcommands = {ConnectStandaloneCommand.class, ConnectDistributedCommand.class},
        footer = {
            "",
            "Exit codes, as those of Kafka: 1 wrong usage or errors in a connector's file,",
            "2 a file that cannot be read or a connector that was refused, 3 the worker did not start."
        })
final class ConnectCommand {
    static final int USAGE = 1;
    static final int REFUSED = 2;
    static final int NOT_STARTED = 3;

    static int exitCode(LaunchException.Kind kind) {
        return switch (kind) {
            case FINDINGS -> USAGE;
            case BAD_FILE -> REFUSED;
            case NOT_STARTED -> NOT_STARTED;
        };
    }
}
