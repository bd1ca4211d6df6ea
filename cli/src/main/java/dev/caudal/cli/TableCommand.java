package dev.caudal.cli;

import picocli.CommandLine.Command;

/** The tables of a task. */
@Command(
        name = "table",
        description = "Choose the tables of a task by patterns.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TableSelectCommand.class, TableDeselectCommand.class, TableMatchCommand.class})
final class TableCommand {}
