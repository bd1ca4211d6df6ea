package dev.caudal.cli;

import picocli.CommandLine.Option;

/** The option {@code -o}. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table (default) or json.")
    private Format format = Format.TABLE;

    boolean isJson() {
        return format == Format.JSON;
    }

    private enum Format {
        TABLE,
        JSON
    }
}
