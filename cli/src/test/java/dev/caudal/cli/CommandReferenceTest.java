package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "commands.md");

    @Test
    void the_reference_tells_all_commands() throws IOException {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var generated = new StringBuilder("""
                # Commands

                Generated from the commands' own definitions, which `--help` prints; `CommandReferenceTest` keeps it true.
                """);
        tree(Caudal.all(new Terminal(nowhere, nowhere, false, false)))
                .forEach(command -> generated
                        .append("\n## ")
                        .append(command.getCommandSpec().qualifiedName())
                        .append("\n\n```text\n")
                        .append(command.getUsageMessage(Ansi.OFF))
                        .append("```\n"));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(REFERENCE, generated);
        }
        assertThat(Files.readString(REFERENCE))
                .as("run this test with -Dgolden.update=true to rewrite %s", REFERENCE)
                .isEqualTo(generated.toString());
    }

    private static Stream<CommandLine> tree(CommandLine command) {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(CommandReferenceTest::tree));
    }
}
