package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.PlatformSettings;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster a command talks to: the given one, else the one that runs in the data folder or as its demo. */
final class KafkaOptions {
    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "The cluster (default: the one that runs in the data folder, else 127.0.0.1:9092).")
    private @Nullable String servers;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for the cluster (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Mixin
    private DataOption data = new DataOption();

    /** Host and port. */
    String servers() {
        return Optional.ofNullable(servers)
                .or(() -> running(data.folder()))
                .or(() -> running(data.demo()))
                .orElse("127.0.0.1:" + PlatformSettings.KAFKA_PORT);
    }

    /** What every client needs. */
    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", servers());
        settings.put("request.timeout.ms", millis());
        settings.put("default.api.timeout.ms", millis());
        settings.put("reconnect.backoff.ms", 50);
        settings.put("reconnect.backoff.max.ms", 500);
        return settings;
    }

    /** An admin client, to be closed by the caller. */
    Admin admin() {
        return Admin.create(settings());
    }

    /** Waits for an answer of the cluster and throws its error as it is. */
    <T> T await(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(2L * timeout, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw unreachable(e);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** How long to wait. */
    Duration timeout() {
        return Duration.ofSeconds(timeout);
    }

    /** The error of a cluster that does not answer. */
    CommandFailure unreachable(Exception cause) {
        return new CommandFailure(
                ExitCode.UNREACHABLE,
                "No Kafka broker answers at %s. Start one with 'caudal up', or name another with --bootstrap-servers."
                        .formatted(servers()),
                cause);
    }

    private int millis() {
        return timeout * 1000;
    }

    private static Optional<String> running(LocalDirectory folder) {
        return Files.isDirectory(folder.root())
                ? ProcessRecord.read(folder, "kafka")
                        .filter(ProcessRecord::isAlive)
                        .map(record -> "127.0.0.1:" + record.port())
                : Optional.empty();
    }
}
