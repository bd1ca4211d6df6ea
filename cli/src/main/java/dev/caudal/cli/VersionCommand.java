package dev.caudal.cli;

import picocli.CommandLine.Command;

/** Prints versions. */
@Command(name = "version", description = "Print the versions of Caudal and of what it runs.")
final class VersionCommand implements Runnable {
    private final Caudal root;

    VersionCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public void run() {
        for (var line : new Version().getVersion()) {
            root.terminal().out().println(line);
        }
    }
}
