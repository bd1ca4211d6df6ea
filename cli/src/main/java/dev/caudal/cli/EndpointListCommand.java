package dev.caudal.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists endpoints. */
@Command(name = "list", aliases = "ls", description = "List the endpoints.", mixinStandardHelpOptions = true)
final class EndpointListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    EndpointListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var endpoints = api.client().get("endpoints").path("items");
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(endpoints.toPrettyString());
        } else {
            var table = new Table("NAME", "ROLE", "TYPE", "ADDRESS", "VERSION", "UPDATED", "USED BY");
            for (var endpoint : endpoints) {
                var settings = endpoint.path("settings");
                var address = settings.has("host")
                        ? settings.path("host").asText() + ":"
                                + settings.path("port").asText()
                        : settings.path("bootstrap-servers").asText();
                var users = StreamSupport.stream(endpoint.path("usedBy").spliterator(), false)
                        .map(each -> each.asText())
                        .collect(Collectors.joining(","));
                table.row(
                        endpoint.path("name").asText(),
                        endpoint.path("role").asText(),
                        endpoint.path("type").asText(),
                        address,
                        endpoint.path("version").asText(),
                        endpoint.path("updated").asText(),
                        users.isEmpty() ? "-" : users);
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
