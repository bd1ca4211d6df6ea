package dev.caudal.cli;

import dev.caudal.server.access.PlatformUsers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a user of a platform. */
@Command(
        name = "remove",
        aliases = "rm",
        description = "Remove a user; a platform that runs lets it in no more, within seconds.",
        mixinStandardHelpOptions = true)
final class UserRemoveCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Mixin
    private DataOption data = new DataOption();

    UserRemoveCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var users = new PlatformUsers(data.folder());
        if (!users.remove(name)) {
            throw UserRoleCommand.nobody(name, users);
        }
        root.terminal().note("Removed user %s.".formatted(name));
        if (users.all().filter(List::isEmpty).isPresent()) {
            root.terminal()
                    .note(
                            "It was the last: only commands that can read %s are let in now. Without that file, and after a restart, every program of this machine is."
                                    .formatted(users.file()));
        }
        return ExitCode.OK;
    }
}
