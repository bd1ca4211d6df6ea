package dev.caudal.cli;

import picocli.CommandLine.Command;

/** The users of a platform. */
@Command(
        name = "user",
        description =
                "The users of the platform's API and console. While there is none, every program of this machine may use them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UserAddCommand.class,
            UserListCommand.class,
            UserRoleCommand.class,
            UserPasswordCommand.class,
            UserRemoveCommand.class
        })
final class UserCommand {}
