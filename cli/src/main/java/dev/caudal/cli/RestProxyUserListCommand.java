package dev.caudal.cli;

import dev.caudal.rest.UserFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Names the users of a REST proxy. */
@Command(name = "list", aliases = "ls", description = "The names of all users.", mixinStandardHelpOptions = true)
final class RestProxyUserListCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "FILE", description = "The file of users.")
    private Path file = Path.of("");

    RestProxyUserListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var out = root.terminal().out();
        new UserFile(file).names().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
