package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Replication tasks. */
@Command(
        name = "task",
        description = "Watch replication tasks.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TaskWatchCommand.class, TaskLogCommand.class})
final class TaskCommand {}
