package dev.caudal.cli;

import dev.caudal.cli.tour.Guide;
import dev.caudal.cli.tour.Narrator;
import dev.caudal.cli.tour.Tour;
import dev.caudal.cli.tour.TourException;
import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the guide's commands in one sitting. */
@Command(
        name = "tour",
        description =
                "Run the guide in one sitting, from a cluster to its recovery, and leave all running. Starts anew each time.",
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private static final String LAUNCHER = "caudal.launcher";

    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    /** The languages that the guide is in. */
    enum Language {
        ES,
        EN
    }

    @Option(names = "--lang", paramLabel = "es|en", description = "The language (default: that of LANG, else English).")
    private @Nullable Language language;

    @Option(names = "--exit", description = "Stop everything at the end.")
    private boolean exit;

    TourCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var folder = data.tour();
        var home = Optional.ofNullable(Path.of(System.getProperty(LAUNCHER, "")).getParent())
                .orElseThrow(
                        () -> new CommandFailure(ExitCode.USAGE, "Start the tour by the launcher, './caudal tour'."));
        if (DownCommand.stop(folder)) {
            root.terminal().note("Stopped the tour of before.");
        }
        clean(folder);
        boolean spanish = isSpanish();
        var guide = Guide.read(home.resolve("docs"), spanish ? "es" : "en");
        var narrator = new Narrator(root.terminal().out(), root.terminal().outHasColours(), spanish);
        return Foreground.run(() -> run(new Tour(home, folder.root(), narrator), guide, spanish));
    }

    private int run(Tour tour, Guide guide, boolean spanish) throws InterruptedException {
        boolean over = false;
        try {
            tour.run(guide, exit);
            over = true;
        } catch (TourException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        } finally {
            if (!over) {
                tour.close();
                DownCommand.stop(data.tour());
            }
        }
        if (!exit) {
            root.terminal().note(farewell(spanish).formatted(data.tour().root(), tour.here("http://127.0.0.1:8080/")));
        }
        return ExitCode.OK;
    }

    private static String farewell(boolean spanish) {
        return spanish
                ? "%nTodo sigue en marcha. Para seguir por su cuenta: export CAUDAL_DATA=%s%nLa consola está en %s. Se para con ./caudal down"
                : "%nAll of it runs on. To go on by yourself: export CAUDAL_DATA=%s%nThe console is at %s. Stop it with ./caudal down";
    }

    /** Programs of databases are those of the platform's folder: to fetch them again would take minutes. */
    private void clean(LocalDirectory folder) throws IOException {
        Folders.delete(folder.root());
        Files.createDirectories(folder.root());
        Files.createSymbolicLink(folder.root().resolve("servers"), data.folder().servers());
    }

    private boolean isSpanish() {
        return language == null ? isSpanish(System.getenv()) : language == Language.ES;
    }

    /** What the variables of POSIX say, in their order, whether the machine has that locale or not: Java asks for one it has. */
    static boolean isSpanish(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.matches("es([_.@].*)?"))
                .isPresent();
    }
}
