package dev.caudal.cli;

import dev.caudal.local.Port;
import dev.caudal.rest.RestProxyConfig;
import dev.caudal.server.PlatformSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ports of a platform. */
final class PortOptions {
    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            description = "Port of the broker (default: 9092 or the next free one).")
    private @Nullable Integer kafka;

    @Option(
            names = "--connect-port",
            paramLabel = "N",
            description = "Port of Kafka Connect's HTTP API (default: 8083 or the next free one).")
    private @Nullable Integer connect;

    @Option(
            names = "--api-port",
            paramLabel = "N",
            description = "Port of the platform's own HTTP API (default: 8080 or the next free one).")
    private @Nullable Integer api;

    @Option(
            names = "--rest-port",
            paramLabel = "N",
            description = "Port of the REST proxy (default: 8082 or the next free one).")
    private @Nullable Integer rest;

    Port kafka() {
        return port(kafka, PlatformSettings.KAFKA_PORT);
    }

    Port connect() {
        return port(connect, PlatformSettings.CONNECT_PORT);
    }

    Port api() {
        return port(api, PlatformSettings.API_PORT);
    }

    Port rest() {
        return port(rest, RestProxyConfig.USUAL_PORT);
    }

    /** The wish behind an optional option. */
    static Port port(@Nullable Integer given, int usual) {
        if (given == null) {
            return Port.preferred(usual);
        }
        try {
            return Port.exactly(given);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }
}
