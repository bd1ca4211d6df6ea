package dev.caudal.cli;

import dev.caudal.server.access.PlatformUsers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a user of a platform another password. */
@Command(
        name = "password",
        description = "Give a user another password; whoever is signed in with the old one is not any more.",
        mixinStandardHelpOptions = true)
final class UserPasswordCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Mixin
    private NewPasswordOption password = new NewPasswordOption();

    @Mixin
    private DataOption data = new DataOption();

    UserPasswordCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var users = new PlatformUsers(data.folder());
        if (!users.password(name, password.of(name))) {
            throw UserRoleCommand.nobody(name, users);
        }
        root.terminal().note("User %s has another password now.".formatted(name));
        return ExitCode.OK;
    }
}
