package dev.caudal.cli;

import dev.caudal.rest.UserFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a user of a REST proxy, or gives one another password. */
@Command(
        name = "add",
        description =
                "Add a user, or change the password of one. Passwords are asked for, or come line by line from stdin.",
        mixinStandardHelpOptions = true)
final class RestProxyUserAddCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file of users; it is made if need be.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Option(
            names = "--kafka-user",
            paramLabel = "NAME",
            description = "The user's name at Kafka, where it has its own name and password there (a second password).")
    private @Nullable String kafkaUser;

    RestProxyUserAddCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var users = new UserFile(file);
        var passwords = new NewPasswords(System.in);
        var password = passwords.next("Password for " + name);
        boolean added = kafkaUser == null
                ? users.add(name, password)
                : users.add(name, password, kafkaUser, passwords.next("Password at Kafka for " + kafkaUser));
        root.terminal().note((added ? "Added user %s to %s." : "Changed user %s in %s.").formatted(name, file));
        return ExitCode.OK;
    }
}
