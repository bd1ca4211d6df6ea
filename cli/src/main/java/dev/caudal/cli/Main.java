package dev.caudal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program {@code caudal}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        // Always UTF-8: data goes out as it is in the topic, whatever the locale.
        var terminal = new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.getBoolean("caudal.terminal.out"),
                Boolean.getBoolean("caudal.terminal.err"));
        int code = Caudal.run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
