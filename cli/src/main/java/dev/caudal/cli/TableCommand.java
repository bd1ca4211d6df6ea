package dev.caudal.cli;

import picocli.CommandLine.Command;

/** The tables of a task. */
@Command(
        name = "table",
        description = "Choose the tables of a task, and what is sent of them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TableSelectCommand.class,
            TableDeselectCommand.class,
            TableMatchCommand.class,
            TableSetCommand.class,
            TableRulesCommand.class
        })
final class TableCommand {}
