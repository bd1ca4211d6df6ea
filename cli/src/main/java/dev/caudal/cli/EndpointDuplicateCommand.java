package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a copy of an endpoint. */
@Command(
        name = "duplicate",
        description = "Make a copy of an endpoint under another name, with its secrets.",
        mixinStandardHelpOptions = true)
final class EndpointDuplicateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Parameters(index = "1", paramLabel = "NEW-NAME", description = "The name of the copy.")
    private String copy = "";

    @Mixin
    private ApiOptions api = new ApiOptions();

    EndpointDuplicateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var unused = api.client()
                .post(endpoint.path("duplicate"), Json.MAPPER.createObjectNode().put("name", copy));
        root.terminal().note("Endpoint %s is a copy of %s.".formatted(copy, endpoint.name()));
        return ExitCode.OK;
    }
}
