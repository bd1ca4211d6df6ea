package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import dev.caudal.server.endpoint.TestReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the machine. */
@Command(
        name = "doctor",
        description = {
            "Look whether this machine has what Caudal needs, and say what to do where it has not.",
            "Exit code 1 when something must be mended first."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    DoctorCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var report = TestReport.of(new Examination(data.folder()).checks());
        ChecklistText.print(root.terminal().out(), Json.MAPPER.valueToTree(report), output);
        return report.passed() ? ExitCode.OK : ExitCode.FAILED;
    }
}
