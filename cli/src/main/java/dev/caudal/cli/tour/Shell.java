package dev.caudal.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A terminal: a shell that takes one command after the other. It writes to a file, so that what it runs goes on when this
 * process ends, and out of the reach of Ctrl-C. For one thread.
 */
final class Shell {
    /** Behind the output of each command, with its exit code. */
    private static final char END = '\u001e';

    private final Process process;
    private final Writer keys;
    private final Path output;
    private final Path command;
    private int begin;

    private Shell(Process process, Path output, Path command) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
        this.output = output;
        this.command = command;
    }

    /** Opens one that works in a folder. */
    static Shell open(Path folder, Path files, String name, Map<String, String> environment) {
        var output = files.resolve(name + ".out");
        var builder = new ProcessBuilder("setsid", "bash", "--noprofile", "--norc")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new Shell(builder.start(), output, files.resolve(name + ".command"));
        } catch (IOException e) {
            throw new UncheckedIOException("The tour needs bash and setsid.", e);
        }
    }

    /** Types a command; what it prints from now on is {@link #printed}. */
    void type(String text) {
        try {
            Files.writeString(command, text + "\n");
            begin = Files.readString(output).length();
            keys.write(". '%s' </dev/null; printf '\\n\\036%%s\\n' $?%n".formatted(command));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the last command has ended. */
    boolean isDone() {
        return since().indexOf(END) >= 0;
    }

    /** The whole lines since the last command. */
    List<String> printed() {
        var text = since();
        int end = text.indexOf("\n" + END);
        text = end >= 0 ? text.substring(0, end) : text.substring(0, text.lastIndexOf('\n') + 1);
        return text.isEmpty()
                ? List.of()
                : text.lines().map(String::stripTrailing).toList();
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        try {
            for (var child : process.children().toList()) {
                new ProcessBuilder("bash", "-c", "kill -INT " + child.pid())
                        .start()
                        .waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it and what runs in it. */
    void close() {
        var all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
    }

    private String since() {
        return read().substring(begin);
    }

    private String read() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
