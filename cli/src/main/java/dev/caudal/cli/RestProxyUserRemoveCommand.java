package dev.caudal.cli;

import dev.caudal.rest.UserFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a user of a REST proxy. */
@Command(
        name = "remove",
        aliases = "rm",
        description = "Remove a user. A running proxy lets it in no more, within seconds.",
        mixinStandardHelpOptions = true)
final class RestProxyUserRemoveCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file of users.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    RestProxyUserRemoveCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!new UserFile(file).remove(name)) {
            throw new CommandFailure(ExitCode.NOT_FOUND, "There is no user %s in %s.".formatted(name, file));
        }
        root.terminal().note("Removed user %s from %s.".formatted(name, file));
        return ExitCode.OK;
    }
}
