package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Networks of local clusters. */
@Command(
        name = "network",
        description = "Networks that local Kafka clusters can be in: subnets in zones.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NetworkCreateCommand.class, NetworkAddSubnetCommand.class, NetworkListCommand.class})
final class NetworkCommand {}
