package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes an endpoint. */
@Command(
        name = "edit",
        description = "Change some fields of an endpoint; the others stay, also the secrets.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal endpoint edit world-db --set host=db2.example.com --set tls=required",
            "  caudal endpoint edit world-db --set-file password=FILE"
        })
final class EndpointEditCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A field; 'caudal endpoint types' shows all.")
    private Map<String, String> values = Map.of();

    @Option(names = "--set-file", paramLabel = "FIELD=FILE", description = "A secret or a certificate, from a file.")
    private Map<String, Path> files = Map.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private @Nullable String description;

    @Mixin
    private ApiOptions api = new ApiOptions();

    EndpointEditCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        ObjectNode body = client.get(endpoint.path()).deepCopy();
        var settings = body.withObject("settings");
        values.forEach(settings::put);
        files.forEach((field, file) -> settings.put(field, text(file)));
        if (description != null) {
            body.put("description", description);
        }
        var saved = client.put(endpoint.path(), body, body.path("version").asLong());
        root.terminal()
                .note("Endpoint %s has version %d."
                        .formatted(endpoint.name(), saved.path("version").asLong()));
        return ExitCode.OK;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot read the file %s (%s).".formatted(file, e), e);
        }
    }
}
