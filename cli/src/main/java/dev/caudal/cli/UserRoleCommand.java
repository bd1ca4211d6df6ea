package dev.caudal.cli;

import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.access.UserRole;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a user of a platform another role. */
@Command(
        name = "role",
        description = "Give a user another role; a platform that runs follows within seconds.",
        mixinStandardHelpOptions = true)
final class UserRoleCommand implements Callable<Integer> {
    static final String ROLES =
            "viewer (sees all), operator (also runs and stops tasks), designer (also makes endpoints and tasks), admin (also sees who did what).";

    private final Caudal root;

    @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = ROLES)
    private String role = "";

    @Mixin
    private DataOption data = new DataOption();

    UserRoleCommand(Caudal root) {
        this.root = root;
    }

    /** The role of a word. */
    static UserRole parse(String word) {
        return UserRole.named(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "There is no role '%s'. Give one of %s.".formatted(word, UserRole.WORDS)));
    }

    /** That there is nobody of a name. */
    static CommandFailure nobody(String name, PlatformUsers users) {
        return new CommandFailure(
                ExitCode.NOT_FOUND,
                "There is no user %s in %s. 'caudal user list' names all.".formatted(name, users.file()));
    }

    @Override
    public Integer call() {
        var wanted = parse(role);
        var users = new PlatformUsers(data.folder());
        if (!users.role(name, wanted)) {
            throw nobody(name, users);
        }
        root.terminal().note("User %s has the role %s now.".formatted(name, wanted.word()));
        return ExitCode.OK;
    }
}
