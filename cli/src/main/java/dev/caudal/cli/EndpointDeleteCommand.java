package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes an endpoint. */
@Command(
        name = "delete",
        aliases = "rm",
        description = "Delete an endpoint that no task uses.",
        mixinStandardHelpOptions = true)
final class EndpointDeleteCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    EndpointDeleteCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var client = api.client();
        client.delete(
                endpoint.path(), client.get(endpoint.path()).path("version").asLong());
        root.terminal().note("Endpoint %s is deleted.".formatted(endpoint.name()));
        return ExitCode.OK;
    }
}
