package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The demo. */
@Command(name = "demo", description = "Stub", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
