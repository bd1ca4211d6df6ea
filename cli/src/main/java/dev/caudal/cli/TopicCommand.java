package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Topics. */
@Command(
        name = "topic",
        description = "List, create, describe and delete topics; write to them and read from them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TopicListCommand.class,
            TopicCreateCommand.class,
            TopicDescribeCommand.class,
            TopicDeleteCommand.class,
            TopicProduceCommand.class,
            TopicConsumeCommand.class
        })
final class TopicCommand {}
