package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an endpoint. */
@Command(name = "get", description = "Show an endpoint, secrets masked.", mixinStandardHelpOptions = true)
final class EndpointGetCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    EndpointGetCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var json = api.client().get(endpoint.path());
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(json.toPrettyString());
        } else {
            var table = new Table("FIELD", "VALUE");
            json.properties().forEach(each -> {
                if (each.getKey().equals("settings")) {
                    each.getValue()
                            .properties()
                            .forEach(setting -> table.row(
                                    setting.getKey(),
                                    setting.getValue()
                                            .asText()
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
                } else {
                    table.row(
                            each.getKey(),
                            each.getValue().isContainerNode()
                                    ? each.getValue().toString()
                                    : each.getValue().asText());
                }
            });
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
