package dev.caudal.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new password comes from. */
final class NewPasswordOption {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password (default: it is asked for, or comes as a line from stdin).")
    private @Nullable Path file;

    String of(String user) throws IOException {
        return file == null ? new NewPasswords(System.in).next("Password for " + user) : SourcePassword.read(file);
    }
}
