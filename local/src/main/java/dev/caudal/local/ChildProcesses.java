package dev.caudal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorded child processes of one folder: starts a service, or takes over the one that a killed predecessor left.
 *
 * <p>One process at a time may use a folder; its threads may start different services at the same time.
 */
public final class ChildProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcesses.class);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final long LOG_LIMIT = 10L << 20;

    private final LocalDirectory folder;

    /**
     * The children of a folder.
     *
     * @param folder the platform's folder
     */
    public ChildProcesses(LocalDirectory folder) {
        this.folder = folder;
    }

    /**
     * Stops what still runs of a folder's recorded processes; a process that merely has the number of one is left alone.
     *
     * @return the names of those that ran
     */
    public List<String> stopAll() {
        var all = ProcessRecord.all(folder);
        var running = all.stream().filter(ChildProcesses::isOther).toList();
        // All are asked before the first is waited for: brokers of one cluster end in order only together.
        running.forEach(ProcessRecord::askToEnd);
        running.forEach(record -> record.stop(GRACE));
        all.forEach(record -> record.delete(folder));
        return running.stream().map(ProcessRecord::name).toList();
    }

    private static boolean isOther(ProcessRecord record) {
        return record.isAlive() && record.pid() != ProcessHandle.current().pid();
    }

    /**
     * Makes sure that a service runs and serves: adopts the recorded one when it fits, else starts it.
     *
     * @param service what shall run
     * @return the serving process
     * @throws LocalServerException when it does not come up
     */
    public ChildProcess ensure(Service service) {
        return new ChildProcess(this, service, run(service, service.port()));
    }

    /** As {@link #ensure}, on another port than the service wishes. */
    ChildProcess.Run run(Service service, Port port) {
        return adopt(service, port).orElseGet(() -> start(service, port));
    }

    /** Removes the record of a process that was stopped. */
    void forget(ProcessRecord record) {
        record.delete(folder);
    }

    private Optional<ChildProcess.Run> adopt(Service service, Port port) {
        var found = ProcessRecord.read(folder, service.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var record = found.get();
        var process = record.process();
        if (process.isPresent() && fits(record, service, port)) {
            var known = record.of(process.get());
            known.write(folder);
            log("adopted", known);
            return Optional.of(new ChildProcess.Run(known, process.get(), true));
        }
        process.ifPresent(stale -> {
            log("stopping: does not fit", record);
            stale.stop(GRACE);
        });
        record.delete(folder);
        return Optional.empty();
    }

    private static boolean fits(ProcessRecord record, Service service, Port port) {
        return port.allows(record.port())
                && record.command().equals(service.command(record.port()))
                && Waiting.until(Duration.ofSeconds(5), POLL, () -> service.answers(record.port()));
    }

    private ChildProcess.Run start(Service service, Port wanted) {
        int port = wanted.choose(service.name(), service.address());
        service.prepare(port);
        var output = output(service.name());
        var command = service.command(port);
        var starting = ProcessRecord.starting(service.name(), command, port);
        starting.write(folder);
        var process = launch(service, Detached.from(folder.root(), command), output);
        var record = starting.of(process);
        try {
            record.write(folder);
        } catch (RuntimeException e) {
            killUnrecorded(process);
            throw e;
        }
        var run = new ChildProcess.Run(record, process, false);
        awaitService(service, run, output);
        log("started", record);
        return run;
    }

    /** Nobody would find it again without its record, which an interrupt can keep from being written. */
    private static void killUnrecorded(LiveProcess process) {
        boolean interrupted = Thread.interrupted();
        process.kill();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private LiveProcess launch(Service service, ProcessBuilder builder, Path output) {
        builder.environment().putAll(service.environment());
        builder.redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(output.toFile()));
        try {
            return new LiveProcess(builder.start().toHandle());
        } catch (IOException e) {
            throw new LocalServerException("Cannot start %s: %s.".formatted(service.name(), e.getMessage()), e);
        }
    }

    private void awaitService(Service service, ChildProcess.Run run, Path output) {
        var limit = service.patience();
        var process = run.process();
        int port = run.record().port();
        try {
            Waiting.until(limit, POLL, () -> !process.isAlive() || service.answers(port));
        } catch (LocalServerException interrupted) {
            abandon(run);
            throw interrupted;
        }
        if (process.isAlive() && service.answers(port)) {
            return;
        }
        var reason = process.isAlive() ? "it did not answer within " + limit.toSeconds() + " s" : "it ended";
        abandon(run);
        throw new LocalServerException("Cannot start %s on port %d: %s. The end of %s:%n%s"
                .formatted(service.name(), port, reason, output, LogTail.of(output)));
    }

    /** Stops what does not come up; when interrupted the record stays, so that whoever stops the folder finds it. */
    private void abandon(ChildProcess.Run run) {
        run.process().stop(GRACE);
        run.record().delete(folder);
    }

    private Path output(String name) {
        var log = folder.logs().resolve(name + ".log");
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.move(log, folder.logs().resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    private static void log(String what, ProcessRecord record) {
        LOG.atInfo()
                .addKeyValue("process", record.name())
                .addKeyValue("pid", record.pid())
                .addKeyValue("port", record.port())
                .log(what);
    }
}
