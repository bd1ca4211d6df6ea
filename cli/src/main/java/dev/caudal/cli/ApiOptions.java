package dev.caudal.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which server a command goes to, the given one, else the one that runs in the data folder, and on whose behalf: a user's,
 * else that of the folder's owner.
 */
final class ApiOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server (default: CAUDAL_SERVER, else the platform that runs in the data folder).")
    private @Nullable URI server;

    @Option(
            names = "--server-ca",
            paramLabel = "FILE",
            description =
                    "The authority that signed the certificate of an https server, in PEM (default: CAUDAL_SERVER_CA, else those of Java).")
    private @Nullable Path serverCa;

    @Option(
            names = "--api-user",
            paramLabel = "NAME",
            description =
                    "The user of the server to act as (default: CAUDAL_USER; on the server's own machine none is needed).")
    private @Nullable String user;

    @Option(
            names = "--api-password-file",
            paramLabel = "FILE",
            description = "File with that user's password (default: CAUDAL_PASSWORD_FILE, else it is asked for).")
    private @Nullable Path passwordFile;

    @Mixin
    private DataOption data = new DataOption();

    ApiClient client() {
        var client = Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_SERVER")).map(URI::create))
                .map(this::named)
                .orElseGet(() -> ApiClient.of(data.folder()));
        return Optional.ofNullable(user)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_USER")))
                .map(name -> client.as(name, password(name)))
                .orElse(client);
    }

    private ApiClient named(URI address) {
        var client = new ApiClient(address);
        return Optional.ofNullable(serverCa)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_SERVER_CA")).map(Path::of))
                .map(file -> client.trusting(ServerTrust.of(file)))
                .orElse(client);
    }

    private String password(String name) {
        return Optional.ofNullable(passwordFile)
                .or(() -> Optional.ofNullable(System.getenv("CAUDAL_PASSWORD_FILE"))
                        .map(Path::of))
                .map(SourcePassword::read)
                .orElseGet(
                        () -> SourcePassword.ask(name, "Give --api-password-file FILE or set CAUDAL_PASSWORD_FILE."));
    }
}
