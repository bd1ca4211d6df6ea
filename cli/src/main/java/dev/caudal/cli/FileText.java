package dev.caudal.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a command is given. */
final class FileText {
    private FileText() {}

    /** What is in a file, or comes by standard input where it is {@code -}; else {@link ExitCode#USAGE}. */
    static String read(Path file) {
        try {
            return file.toString().equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Cannot read the file %s: %s.".formatted(file, reason(file, e)), e);
        }
    }

    private static String reason(Path file, IOException error) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (error instanceof NoSuchFileException) {
            return "there is none";
        }
        if (error instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return error instanceof CharacterCodingException ? "it is not text in UTF-8" : error.toString();
    }
}
