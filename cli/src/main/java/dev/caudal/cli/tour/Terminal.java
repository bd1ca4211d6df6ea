package dev.caudal.cli.tour;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Types the steps of blocks into a shell, and waits for what the guide shows. For one thread. */
final class Terminal {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 50;
    private static final long AGAIN_MILLIS = 1000;

    /** Of what a command prints, so many lines are shown at first, and so many at last. */
    private static final int FIRST = 12;

    private static final int LAST = 2;

    private final String name;
    private final Shell shell;
    private final Rewriting rewriting;
    private final Narrator narrator;
    private int told;

    Terminal(String name, Shell shell, Rewriting rewriting, Narrator narrator) {
        this.name = name;
        this.shell = shell;
        this.rewriting = rewriting;
        this.narrator = narrator;
    }

    /** Types them all; the last command of a terminal with a name runs on once its output is there. */
    void play(Block block) throws InterruptedException {
        var steps = block.steps();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            boolean last = i == steps.size() - 1;
            if (step.command().isPresent()) {
                type(step.command().get());
            } else if (step.interrupt()) {
                narrator.interrupted(name);
                shell.interrupt();
            }
            boolean runsOn = !name.isEmpty() && last && !step.interrupt();
            await(block, step, runsOn);
        }
    }

    private void type(String command) {
        var here = rewriting.here(command);
        narrator.typed(name, here);
        told = 0;
        shell.type(here);
    }

    private void await(Block block, Step step, boolean runsOn) throws InterruptedException {
        var expected = step.command().isPresent() ? step.output() : later(step.output());
        long limit = System.nanoTime() + PATIENCE.toNanos();
        boolean good = isThere(expected, runsOn, limit);
        while (!good && block.isSoon() && System.nanoTime() < limit) {
            Thread.sleep(AGAIN_MILLIS);
            told = FIRST;
            shell.type(rewriting.here(step.command().orElseThrow()));
            good = isThere(expected, runsOn, limit);
            told = good ? 0 : FIRST;
        }
        tellLast();
        if (!good) {
            throw new TourException("%s: %s%nThe guide shows:%n%s%nHere it was:%n%s"
                    .formatted(
                            block.place(),
                            step.command().orElse("what is seen then") + (shell.isDone() ? "" : " (still runs)"),
                            String.join("\n", step.output()),
                            String.join("\n", seen(expected))));
        }
    }

    /** Waits until what was expected is there, or the command has ended. */
    private boolean isThere(List<String> expected, boolean runsOn, long limit) throws InterruptedException {
        while (!shell.isDone() && shell.isAlive() && System.nanoTime() < limit) {
            if (runsOn && Expected.isBegin(expected, seen(expected))) {
                return true;
            }
            tell();
            Thread.sleep(LOOK_MILLIS);
        }
        var seen = seen(expected);
        return runsOn ? Expected.isBegin(expected, seen) : shell.isDone() && Expected.isAll(expected, seen);
    }

    /** Output that comes later follows on some that was there before. */
    private static List<String> later(List<String> lines) {
        return Stream.concat(Stream.of("…"), lines.stream()).toList();
    }

    private List<String> seen(List<String> expected) {
        var here = shell.printed();
        rewriting.learn(expected, here);
        return here.stream().map(rewriting::guide).toList();
    }

    private void tell() {
        var lines = shell.printed();
        lines.stream().limit(FIRST).skip(told).forEach(line -> narrator.printed(name, line));
        told = Math.max(told, Math.min(FIRST, lines.size()));
    }

    private void tellLast() {
        tell();
        var lines = shell.printed();
        int last = Math.max(told, lines.size() - LAST);
        if (last > told) {
            narrator.leftOut(name, last - told);
        }
        lines.stream().skip(last).forEach(line -> narrator.printed(name, line));
        told = lines.size();
    }

    void close() {
        shell.close();
    }
}
