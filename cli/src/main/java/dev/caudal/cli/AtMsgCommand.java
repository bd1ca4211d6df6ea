package dev.caudal.cli;

import picocli.CommandLine.Command;

/** What is done with messages, without any server. */
@Command(
        name = "atmsg",
        description = "Read atMSG messages.",
        mixinStandardHelpOptions = true,
        subcommands = AtMsgExplainCommand.class)
final class AtMsgCommand {}
