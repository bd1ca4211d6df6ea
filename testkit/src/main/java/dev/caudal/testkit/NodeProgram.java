package dev.caudal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program of the document, with the client of its authors, in a process of its own. */
public final class NodeProgram implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("partition: (\\d+),\\s+offset: (\\d+)");

    private final Process process;
    private final Path output;

    private NodeProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * A record that the program has printed.
     *
     * @param partition its partition
     * @param offset its offset there
     */
    public record Place(int partition, long offset) {}

    /**
     * Starts it; what it prints goes to a file.
     *
     * @param folder where the packages are, as of {@link Npm#install}
     * @param port the proxy's
     * @param group the consumer's group
     * @param topic what it reads
     * @return the running program, to be closed
     */
    public static NodeProgram start(Path folder, int port, String group, String topic) {
        try {
            var text = new String(Npm.source("consumidor.js"), StandardCharsets.UTF_8)
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All it has printed.
     *
     * @return the text
     */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The messages it has printed.
     *
     * @return in its order
     */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        var found = PLACE.matcher(output());
        while (found.find()) {
            places.add(new Place(Integer.parseInt(found.group(1)), Long.parseLong(found.group(2))));
        }
        return places;
    }

    /**
     * The offsets of the messages it has printed, of whatever partition.
     *
     * @return in its order
     */
    public List<Integer> offsets() {
        return places().stream().map(place -> (int) place.offset()).toList();
    }

    /**
     * Waits until it has printed so many messages.
     *
     * @param count how many
     * @param seconds the longest wait
     * @return the offsets of all it has printed
     * @throws InterruptedException when the test is stopped
     */
    public List<Integer> await(int count, int seconds) throws InterruptedException {
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

    /**
     * Ends it by SIGKILL.
     *
     * @throws InterruptedException when the test is stopped
     */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /**
     * Whether it runs.
     *
     * @return false once it has ended
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
