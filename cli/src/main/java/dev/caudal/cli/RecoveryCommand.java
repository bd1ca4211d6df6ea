package dev.caudal.cli;

import picocli.CommandLine.Command;

/** What is done when a cluster is lost. */
@Command(
        name = "recovery",
        description = "Rehearse the recovery of a lost cluster.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RecoveryDrillCommand.class)
final class RecoveryCommand {}
