package dev.caudal.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** New passwords: from the person at the terminal, twice each, else a line of the input for each. */
final class NewPasswords {
    private final BufferedReader lines;

    NewPasswords(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next password; never from the command line, which every user of the machine can see. */
    String next(String what) throws IOException {
        // From Java 22 on there is a console also where nobody sits at it.
        var console = Optional.ofNullable(System.console()).filter(each -> Boolean.getBoolean("caudal.terminal.in"));
        return console.isPresent() ? ask(console.get(), what) : read(what);
    }

    private static String ask(Console console, String what) {
        char[] first = console.readPassword("%s: ", what);
        char[] second = console.readPassword("%s, again: ", what);
        if (first == null || !Arrays.equals(first, second)) {
            throw new CommandFailure(ExitCode.USAGE, "The two passwords are not the same.");
        }
        return new String(first);
    }

    private String read(String what) throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s: there is no line for it on the standard input.".formatted(what));
        }
        return line;
    }
}
