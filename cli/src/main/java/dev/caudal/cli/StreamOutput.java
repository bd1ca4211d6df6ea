package dev.caudal.cli;

import picocli.CommandLine.Option;

/** The option {@code -o} of commands that go on: JSON is one object a line. */
final class StreamOutput {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text (default) or jsonl.")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSONL;
    }

    private enum Format {
        TEXT,
        JSONL
    }
}
