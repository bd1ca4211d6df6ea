package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Replication tasks. */
@Command(
        name = "task",
        description = "Define, run, watch and stop replication tasks.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TaskListCommand.class,
            TaskGetCommand.class,
            TaskCreateCommand.class,
            TaskEditCommand.class,
            TaskValidateCommand.class,
            TaskDiffCommand.class,
            TaskRunCommand.class,
            TaskStopCommand.class,
            TaskResumeCommand.class,
            TaskReloadCommand.class,
            TaskDeleteCommand.class,
            TaskExportCommand.class,
            ApplyCommand.class,
            TaskWatchCommand.class,
            TaskLogCommand.class
        })
final class TaskCommand {}
