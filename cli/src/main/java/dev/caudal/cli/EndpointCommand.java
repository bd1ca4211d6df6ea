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
            EndpointEditCommand.class,
            EndpointDuplicateCommand.class,
            ApplyCommand.class,
            EndpointDeleteCommand.class,
            EndpointTypesCommand.class,
            EndpointTestCommand.class,
            EndpointBrowseCommand.class
        })
final class EndpointCommand {}
