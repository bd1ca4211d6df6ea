package dev.caudal.cli.tour;

import dev.caudal.local.Port;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs a guide as somebody who types its commands: each must print what the guide shows. The terminals work in a folder
 * that looks like Caudal's own, where files of the guide go. For one thread.
 */
public final class Tour implements AutoCloseable {
    /** What the guide's commands use of Caudal's folder. */
    private static final List<String> PARTS = List.of("caudal", "bin", "etc", "docs");

    /** Ports that the guide's files name, and the platform does not choose. */
    private static final List<Integer> PORTS = List.of(8182);

    private final Path folder;
    private final Path work;
    private final Narrator narrator;
    private final Rewriting rewriting;
    private final Map<String, Terminal> terminals = new LinkedHashMap<>();

    /**
     * Makes a tour ready.
     *
     * @param home the folder of Caudal
     * @param folder an existing folder, which becomes the data folder of all commands
     * @param narrator tells what is done
     */
    public Tour(Path home, Path folder, Narrator narrator) {
        this.folder = folder;
        this.work = folder.resolve("work");
        this.narrator = narrator;
        this.rewriting = new Rewriting(folder);
        for (int port : PORTS) {
            rewriting.port(
                    Integer.toString(port),
                    Integer.toString(Port.preferred(port).choose("the guide")));
        }
        try {
            Files.createDirectories(folder.resolve("terminals"));
            Files.createDirectories(work);
            for (var part : PARTS) {
                Files.createSymbolicLink(work.resolve(part), home.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs all chapters.
     *
     * @param guide what to run
     * @param end whether the last step is run, too, which stops everything
     * @throws InterruptedException when the thread is interrupted
     * @throws TourException when something is not as the guide says
     */
    public void run(Guide guide, boolean end) throws InterruptedException {
        for (var chapter : guide.chapters()) {
            narrator.chapter(chapter.title());
            for (var block : chapter.blocks()) {
                if (!block.isElsewhere() && (end || !block.isEnd())) {
                    run(block);
                }
            }
        }
    }

    /**
     * An address or command of the guide as it is here.
     *
     * @param text the guide's
     * @return with the ports and the folder of this run
     */
    public String here(String text) {
        return rewriting.here(text);
    }

    private void run(Block block) throws InterruptedException {
        var missing = block.needs().filter(program -> !isThere(program));
        if (missing.isPresent()) {
            narrator.passedOver(block.heading(), missing.get());
        } else if (block.isConsole()) {
            narrator.explain(block.heading(), block.explanation());
            var terminal = terminals.computeIfAbsent(block.terminal(), this::open);
            terminal.play(block);
        } else if (block.file().isPresent()) {
            narrator.explain(block.heading(), block.explanation());
            save(block.file().get(), block.lines());
        }
    }

    private void save(String name, List<String> guide) {
        var lines = guide.stream().map(rewriting::here).toList();
        try {
            Files.write(work.resolve(name), lines);
            narrator.saved(name, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Terminal open(String name) {
        var environment =
                Map.of("CAUDAL_DATA", folder.toString(), "NO_COLOR", "1", "TERM", "dumb", "LC_ALL", "C.UTF-8");
        var shell = Shell.open(work, folder.resolve("terminals"), name.isEmpty() ? "first" : name, environment);
        return new Terminal(name, shell, rewriting, narrator);
    }

    private static boolean isThere(String program) {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Ends all terminals with what runs in them; without this call it runs on. */
    @Override
    public void close() {
        terminals.values().forEach(Terminal::close);
    }
}
