package dev.caudal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command {@code caudal} as a process of its own, as the launcher starts it. */
final class CommandProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it; its two outputs go to files of a folder. */
    static CommandProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Main.class, Map.of(), arguments);
    }

    /** Starts one of Kafka's tools as the scripts under {@code bin} do. */
    static CommandProcess tool(Path folder, Path data, String... arguments) throws IOException {
        return start(folder, KafkaToolMain.class, Map.of("CAUDAL_DATA", data.toString()), arguments);
    }

    private static CommandProcess start(
            Path folder, Class<?> main, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new CommandProcess(builder.start(), out, err);
    }

    /** Gives it its input and returns its exit code. */
    int finish(String input) throws IOException, InterruptedException {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running: " + err());
        }
        return process.exitValue();
    }

    /** Waits until it has said something on its second output. */
    void awaitNote(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!err().contains(text)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new AssertionError("'" + text + "' does not come: " + err());
            }
            Thread.sleep(50);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
