package dev.caudal.cli;

import dev.caudal.testkit.Golden;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandReferenceTest {
    @Test
    void the_reference_tells_all_commands() {
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

        Golden.requireFile("commands.md", generated.toString());
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
