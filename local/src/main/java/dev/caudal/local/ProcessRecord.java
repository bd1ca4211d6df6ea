package dev.caudal.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What is written down about a process so that a later one finds it again: {@code run/NAME.json}.
 *
 * @param name the name within its folder
 * @param pid the process number, which the system may have given to another process since; 0 while it is being started
 * @param started when it started
 * @param command program and arguments
 * @param port the port it serves on
 */
public record ProcessRecord(String name, long pid, Instant started, List<String> command, int port) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The system computes a start from its boot time, which moves a little when the clock is set. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    /** Copies the command. */
    public ProcessRecord {
        command = List.copyOf(command);
    }

    /**
     * Describes the process that runs this code.
     *
     * @param name the name to record it under
     * @param port the port it serves on
     * @return its record
     */
    public static ProcessRecord ofThisProcess(String name, int port) {
        var self = new LiveProcess(ProcessHandle.current());
        return new ProcessRecord(name, ProcessHandle.current().pid(), self.started(), self.command(), port);
    }

    /** What is written down before a process is started: if its platform is killed right then, its command finds it. */
    static ProcessRecord starting(String name, List<String> command, int port) {
        return new ProcessRecord(name, 0, Instant.EPOCH, command, port);
    }

    /** The same of a process that was found. */
    ProcessRecord of(LiveProcess process) {
        return new ProcessRecord(name, process.handle().pid(), process.started(), command, port);
    }

    /**
     * Reads a record.
     *
     * @param folder the platform's folder
     * @param name the recorded name
     * @return the record; empty when there is none or when it is cut off
     */
    public static Optional<ProcessRecord> read(LocalDirectory folder, String name) {
        try {
            return Optional.of(parse(JSON.readTree(Files.readAllBytes(file(folder, name)))));
        } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All records of a folder.
     *
     * @param folder the platform's folder
     * @return the readable ones, sorted by name
     */
    public static List<ProcessRecord> all(LocalDirectory folder) {
        try (var files = Files.list(folder.run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .flatMap(name -> read(folder, name.substring(0, name.length() - ".json".length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the record in one step: a reader sees the old or the new one.
     *
     * @param folder the platform's folder
     */
    public void write(LocalDirectory folder) {
        var json = JSON.createObjectNode()
                .put("name", name)
                .put("pid", pid)
                .put("started", started.toString())
                .put("port", port);
        command.forEach(json.putArray("command")::add);
        try {
            OwnerFile.replace(file(folder, name), json.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the record; nothing happens when there is none.
     *
     * @param folder the platform's folder
     */
    public void delete(LocalDirectory folder) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the recorded process still runs.
     *
     * @return false also when another process has got its number
     */
    public boolean isAlive() {
        return process().isPresent();
    }

    /**
     * Asks the recorded process to end, and ends it by force when it does not.
     *
     * @param grace how long it may take on its own
     * @return false when it had to be killed
     */
    public boolean stop(Duration grace) {
        return process().map(process -> process.stop(grace)).orElse(true);
    }

    /** Asks the recorded process to end without waiting for it. */
    void askToEnd() {
        process().ifPresent(process -> process.handle().destroy());
    }

    /**
     * The recorded process.
     *
     * @return empty when it has ended, also when another process has got its number
     */
    Optional<LiveProcess> process() {
        return pid == 0
                ? LiveProcess.all()
                        .filter(process -> isCommandOf(process.command()))
                        .findFirst()
                : LiveProcess.find(pid).filter(this::describes);
    }

    private boolean describes(LiveProcess process) {
        return Duration.between(started, process.started()).abs().compareTo(CLOCK_DRIFT) <= 0
                && isCommandOf(process.command());
    }

    /** A child that was only just started still is the program that detaches it, with the command as its arguments. */
    private boolean isCommandOf(List<String> running) {
        int before = running.size() - command.size();
        return before >= 0 && command.equals(running.subList(before, running.size()));
    }

    private static Path file(LocalDirectory folder, String name) {
        return folder.run().resolve(name + ".json");
    }

    private static ProcessRecord parse(JsonNode json) {
        var command = StreamSupport.stream(json.path("command").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new ProcessRecord(
                json.required("name").asText(),
                json.required("pid").asLong(),
                Instant.parse(json.required("started").asText()),
                command,
                json.required("port").asInt());
    }
}
