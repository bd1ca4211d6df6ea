package dev.caudal.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program of the document, with the client of its authors, in a process of its own. */
final class NodeProgram implements AutoCloseable {
    private static final Pattern OFFSET = Pattern.compile("offset: (\\d+)");

    private final Process process;
    private final Path output;

    private NodeProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it; what it prints goes to a file. */
    static NodeProgram start(Path folder, int port, String group, String topic) throws IOException {
        var text = Files.readString(Npm.SOURCES.resolve("consumidor.js"))
                .replace("http://:8082", "http://127.0.0.1:" + port)
                .replace("NOMBRE_CONSUMIDOR", group)
                .replace("TOPICO", topic);
        var program = Files.writeString(folder.resolve(group + ".js"), text);
        var output = folder.resolve(group + "-" + System.nanoTime() + ".out");
        var process = new ProcessBuilder("node", program.getFileName().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new NodeProgram(process, output);
    }

    /** All it has printed. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The offsets of the messages it has printed. */
    List<Integer> offsets() {
        var offsets = new ArrayList<Integer>();
        var found = OFFSET.matcher(output());
        while (found.find()) {
            offsets.add(Integer.parseInt(found.group(1)));
        }
        return offsets;
    }

    /** Waits until it has printed so many messages. */
    List<Integer> await(int count, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (offsets().size() < count && System.nanoTime() < end && process.isAlive()) {
            Thread.sleep(50);
        }
        if (offsets().size() < count) {
            throw new AssertionError("%d messages instead of %d; running: %s; output:%n%s"
                    .formatted(offsets().size(), count, process.isAlive(), output()));
        }
        return offsets();
    }

    /** Ends it by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
