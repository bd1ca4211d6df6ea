package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import dev.caudal.server.endpoint.EndpointType;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates an endpoint of one type; its other options are the fields of that type. */
@Command(mixinStandardHelpOptions = true)
final class EndpointCreateTypeCommand implements Callable<Integer> {
    private final Caudal root;
    private final EndpointType type;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Its name, at most 32 characters.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "source or target; may be left out where there is one.")
    private String role = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private String description = "";

    @Mixin
    private ApiOptions api = new ApiOptions();

    EndpointCreateTypeCommand(Caudal root, EndpointType type) {
        this.root = root;
        this.type = type;
    }

    @Override
    public Integer call() {
        var body = Json.MAPPER
                .createObjectNode()
                .put("name", name)
                .put("role", role)
                .put("type", type.name())
                .put("description", description);
        var settings = body.putObject("settings");
        if (spec != null) {
            for (var field : type.fields()) {
                FieldOption.read(spec, field, settings);
            }
        }
        var unused = api.client().post("endpoints", body);
        root.terminal().note("Endpoint %s is created. Test it with 'caudal endpoint test %s'.".formatted(name, name));
        return ExitCode.OK;
    }
}
