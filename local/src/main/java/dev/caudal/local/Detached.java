package dev.caudal.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that a Ctrl-C at the terminal does not reach: the parent stops its children itself, in order. */
final class Detached {
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Detached() {}

    /** A builder whose process becomes the command itself, so that its pid is the command's. */
    static ProcessBuilder from(Path workingFolder, List<String> command) {
        var detached = new ArrayList<String>();
        SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresentOrElse(
                        setsid -> detached.add(setsid.toString()),
                        () -> detached.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"")));
        detached.addAll(command);
        return new ProcessBuilder(detached).directory(workingFolder.toFile());
    }
}
