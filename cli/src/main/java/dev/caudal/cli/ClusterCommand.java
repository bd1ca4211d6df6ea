package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Kafka clusters. */
@Command(
        name = "cluster",
        description = "Create, watch, change and delete Kafka clusters: local ones, or those of Amazon MSK.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ClusterCreateCommand.class,
            ClusterListCommand.class,
            ClusterDescribeCommand.class,
            ClusterMetricsCommand.class,
            ClusterBootstrapCommand.class,
            ClusterClientConfigCommand.class,
            ClusterUserCommand.class,
            ClusterRebootCommand.class,
            ClusterUpdateCommand.class,
            ClusterDeleteCommand.class
        })
final class ClusterCommand {}
