package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tests an endpoint. */
@Command(
        name = "test",
        description =
                "Test an endpoint: a line for each thing that is looked at, and what to do. Exit code 1 when one failed.",
        mixinStandardHelpOptions = true)
final class EndpointTestCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private EndpointParameter endpoint = new EndpointParameter();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    EndpointTestCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var report = api.client().post(endpoint.path("test"));
        ChecklistText.print(root.terminal().out(), report, output);
        return report.path("passed").asBoolean() ? ExitCode.OK : ExitCode.FAILED;
    }
}
