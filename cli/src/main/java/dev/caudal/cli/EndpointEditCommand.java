package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes an endpoint. */
@Command(
        name = "edit",
        description =
                "Change some fields of an endpoint; the others stay, also the secrets. 'caudal endpoint create TYPE --help' has more on each.",
        mixinStandardHelpOptions = true,
        modelTransformer = EndpointFields.class,
        footer = {
            "",
            "Examples:",
            "  caudal endpoint edit world-db --host db2.example.com --tls required",
            "  caudal endpoint edit world-db --password-file FILE"
        })
final class EndpointEditCommand implements Callable<Integer> {
    private final Caudal root;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

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
        if (spec != null) {
            for (var field : EndpointFields.all()) {
                FieldOption.read(spec, field, settings);
            }
        }
        if (description != null) {
            body.put("description", description);
        }
        var saved = client.put(endpoint.path(), body, body.path("version").asLong());
        root.terminal()
                .note("Endpoint %s has version %d."
                        .formatted(endpoint.name(), saved.path("version").asLong()));
        return ExitCode.OK;
    }
}
