package dev.caudal.cli;

import picocli.CommandLine.Command;

/** The REST proxy alone. */
@Command(
        name = "rest-proxy",
        description = "Run the REST proxy alone, before any Kafka cluster.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RestProxyStartCommand.class, RestProxyUserCommand.class})
final class RestProxyCommand {}
