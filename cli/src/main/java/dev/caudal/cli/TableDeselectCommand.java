package dev.caudal.cli;

import dev.caudal.server.task.TablePattern;
import dev.caudal.server.task.TableSelection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes tables out. */
@Command(
        name = "deselect",
        description = "Take tables out of a task. They are sent no more from its next run on.",
        mixinStandardHelpOptions = true)
final class TableDeselectCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private TablePatterns patterns = new TablePatterns();

    TableDeselectCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        patterns.edit(this::without, root.terminal());
        return ExitCode.OK;
    }

    private TableSelection without(TableSelection selection, TablePattern pattern) {
        var left = selection.deselect(pattern);
        if (left.equals(selection)) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "The task %s does not select %s, so nothing was changed. 'caudal table match --task %s' shows the tables that it has."
                            .formatted(patterns.task(), pattern, patterns.task()));
        }
        return left;
    }
}
