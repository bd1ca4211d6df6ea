package dev.caudal.cli;

import dev.caudal.server.monitor.AlertRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When somebody is told that a task is not well, and where. */
final class AlertOptions {
    @Option(
            names = "--alert-webhook",
            paramLabel = "URL",
            description = "Where alerts are sent by POST, as JSON (default: nowhere).")
    private @Nullable URI webhook;

    @Option(
            names = "--alert-lag",
            paramLabel = "SECONDS",
            description = "So far a task may lag behind its source before it is told (default: 60).")
    private long lag = AlertRules.USUAL.lag().toSeconds();

    AlertRules rules() {
        if (lag < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--alert-lag is %d; it must be 1 or more seconds.".formatted(lag));
        }
        return new AlertRules(
                Duration.ofSeconds(lag), Optional.ofNullable(webhook).map(AlertOptions::http));
    }

    private static URI http(URI target) {
        if (!"http".equals(target.getScheme()) && !"https".equals(target.getScheme())) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--alert-webhook is %s; it must begin with http:// or https://.".formatted(target));
        }
        return target;
    }
}
