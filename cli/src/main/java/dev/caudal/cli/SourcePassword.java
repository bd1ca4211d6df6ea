package dev.caudal.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the password of a source comes from: a file, else the environment, else the person at the terminal. */
final class SourcePassword {
    private static final String VARIABLE = "CAUDAL_SOURCE_PASSWORD";

    private SourcePassword() {}

    /** The password; never from the command line, which every user of the machine can see. */
    static String find(@Nullable Path file, String source) {
        if (file != null) {
            return read(file);
        }
        return Optional.ofNullable(System.getenv(VARIABLE))
                .orElseGet(() -> ask(source, "Give --password-file FILE or set %s.".formatted(VARIABLE)));
    }

    /** The password in a file. */
    static String read(Path file) {
        return FileText.read(file).stripTrailing();
    }

    /** The password from the person at the terminal; the remedy is for where nobody sits at it. */
    static String ask(String source, String remedy) {
        // From Java 22 on there is a console also where nobody sits at it.
        return Optional.ofNullable(System.console())
                .filter(console -> Boolean.getBoolean("caudal.terminal.in"))
                .map(console -> console.readPassword("Password for %s: ", source))
                .map(String::new)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "There is no password for %s. %s".formatted(source, remedy)));
    }
}
