package dev.caudal.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the types of endpoints. */
@Command(
        name = "types",
        description = "List the types of endpoints; in JSON with all their fields.",
        mixinStandardHelpOptions = true)
final class EndpointTypesCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    EndpointTypesCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var types = api.client().get("endpoint-types").path("items");
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(types.toPrettyString());
        } else {
            var table = new Table("TYPE", "ROLES", "WHAT", "FIELDS");
            for (var type : types) {
                table.row(
                        type.path("type").asText(),
                        type.path("roles").get(0).asText(),
                        type.path("label").path("en").asText(),
                        StreamSupport.stream(type.path("fields").spliterator(), false)
                                .map(field -> field.path("name").asText())
                                .collect(Collectors.joining(",")));
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
