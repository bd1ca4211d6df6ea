package dev.caudal.cli;

import dev.caudal.server.access.PlatformUsers;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a user of a platform. */
@Command(
        name = "add",
        description =
                "Add a user. With the first one, the API and the console begin to ask everybody for name and password.",
        mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "What the user may do: " + UserRoleCommand.ROLES)
    private String role = "";

    @Mixin
    private NewPasswordOption password = new NewPasswordOption();

    @Mixin
    private DataOption data = new DataOption();

    UserAddCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var role = UserRoleCommand.parse(this.role);
        Files.createDirectories(data.folder().root());
        var users = new PlatformUsers(data.folder());
        boolean first = users.all().isEmpty();
        if (!users.add(name, role, password.of(name))) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "There is a user %s already. 'caudal user role' and 'caudal user password' change one."
                            .formatted(name));
        }
        root.terminal().note("Added user %s with the role %s.".formatted(name, role.word()));
        if (first) {
            root.terminal()
                    .note(
                            "The API and the console ask everybody for name and password from now on, except commands of %s here."
                                    .formatted(System.getProperty("user.name")));
        }
        return ExitCode.OK;
    }
}
