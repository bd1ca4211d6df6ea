package dev.caudal.bench;

import dev.caudal.local.LocalServerException;
import dev.caudal.server.connect.ConnectRefusal;
import dev.caudal.server.definition.PlatformException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code caudal bench}, which the launcher builds when it is first asked for. */
@Command(
        name = "caudal bench",
        description = "Measure Caudal beside its peers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CdcCommand.class, RestCommand.class, S3Command.class, ApiCommand.class})
public final class Main {
    private static final List<Class<? extends RuntimeException>> READABLE =
            List.of(BenchFailure.class, LocalServerException.class, PlatformException.class, ConnectRefusal.class);

    private Main() {}

    /**
     * Runs one command and ends the process: with 0 when it is done, 1 when it failed, 2 when the command line is wrong.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /** Runs one command line and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments);
    }

    private static int failed(Exception error, CommandLine line, CommandLine.ParseResult parsed) {
        if (READABLE.stream().anyMatch(type -> type.isInstance(error))) {
            line.getErr().println("caudal: " + error.getMessage());
        } else {
            error.printStackTrace(line.getErr());
        }
        line.getErr().flush();
        return 1;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
