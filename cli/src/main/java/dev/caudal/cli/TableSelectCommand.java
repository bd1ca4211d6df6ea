package dev.caudal.cli;

import dev.caudal.server.task.LoadOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Selects tables. */
@Command(
        name = "select",
        description = "Add tables to a task. They are loaded at its next run.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  caudal table select --task city world.city 'shop.%%' --order high"})
final class TableSelectCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TablePatterns patterns = new TablePatterns();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "normal",
            description = "When they are loaded: highest, high, normal, low or lowest (default: ${DEFAULT-VALUE}).")
    private LoadOrder order = LoadOrder.NORMAL;

    TableSelectCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        patterns.edit((selection, pattern) -> selection.select(pattern, order), root.terminal());
        return ExitCode.OK;
    }
}
