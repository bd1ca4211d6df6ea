package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Endpoints. */
@Command(
        name = "endpoint",
        description = "Define the databases that changes come from and the clusters that they go to.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EndpointListCommand.class,
            EndpointGetCommand.class,
            EndpointCreateCommand.class,
            EndpointDeleteCommand.class
        })
final class EndpointCommand {}
