package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.helpers.NOP_FallbackServiceProvider;

/** Where the log goes; chosen before the first class that logs is used. */
final class Logs {
    private static final String CHOICE = "log4j2.configurationFile";
    private static final String PROVIDER = "slf4j.provider";

    private Logs() {}

    /** Nowhere, or to the terminal: for commands that come and go. */
    static void quiet(boolean verbose) {
        if (verbose) {
            choose("log-to-terminal");
        } else {
            // To start Log4j takes longer than most of these commands need.
            System.setProperty("slf4j.internal.verbosity", "WARN");
            System.setProperty(PROVIDER, NOP_FallbackServiceProvider.class.getName());
        }
    }

    /** To {@code logs/server.log} of a folder: for the platform. */
    static void toFile(LocalDirectory folder) {
        toFile(folder, "server.log");
    }

    /** To a file among the logs of a folder. */
    static void toFile(LocalDirectory folder, String name) {
        System.setProperty("caudal.log.file", folder.logs().resolve(name).toString());
        choose("log-to-file");
        // Some libraries write to the log of the Java platform, which would go to the terminal.
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new ForwardingHandler());
    }

    /** Warnings to the terminal, those of Kafka's clients now and then: for a server in the foreground. */
    static void toTerminal(boolean verbose) {
        choose(verbose ? "log-to-terminal" : "log-of-server");
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new ForwardingHandler());
    }

    private static void choose(String configuration) {
        System.clearProperty(PROVIDER);
        System.setProperty("log4j2.disableJmx", "true");
        System.setProperty("log4j2.shutdownHookEnabled", "false");
        System.setProperty(CHOICE, "dev/caudal/cli/" + configuration + ".properties");
    }
}
