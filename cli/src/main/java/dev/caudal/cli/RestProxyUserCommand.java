package dev.caudal.cli;

import picocli.CommandLine.Command;

/** The users of a REST proxy. */
@Command(
        name = "user",
        description = "The users whom a REST proxy with authentication.method=BASIC lets in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RestProxyUserAddCommand.class, RestProxyUserRemoveCommand.class, RestProxyUserListCommand.class})
final class RestProxyUserCommand {}
