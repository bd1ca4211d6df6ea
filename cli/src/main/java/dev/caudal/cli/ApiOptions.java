package dev.caudal.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server a command goes to: the given one, else the one that runs in the data folder. */
final class ApiOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server (default: CAUDAL_SERVER, else the platform that runs in the data folder).")
    private @Nullable URI server;

    @Mixin
    private DataOption data = new DataOption();

    ApiClient client() {
        return Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_SERVER")).map(URI::create))
                .map(ApiClient::new)
                .orElseGet(() -> ApiClient.of(data.folder()));
    }
}
