package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Users of a cluster. */
@Command(
        name = "user",
        description = "Users of a cluster with SASL/SCRAM; each is a secret AmazonMSK_CLUSTER_USER of Secrets Manager.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ClusterUserAddCommand.class, ClusterUserListCommand.class, ClusterUserRemoveCommand.class})
final class ClusterUserCommand {}
