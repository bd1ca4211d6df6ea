package dev.caudal.cli;

import dev.caudal.server.message.Explanation;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains messages. */
@Command(
        name = "explain",
        description = "Explain atMSG messages: what changed, when, and where in the source's log.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Reads messages as JSON, one per line or over several, as 'caudal topic consume' prints",
            "them in any of its formats, or as the document's Node client does. With -o json each",
            "message gives one line.",
            "",
            "Examples:",
            "  caudal topic consume world.city --from-beginning --max-messages 1 | caudal atmsg explain",
            "  caudal atmsg explain messages.jsonl -o json"
        })
final class AtMsgExplainCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    private final Caudal root;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A file with messages; - (default) is stdin.")
    private String file = STDIN;

    AtMsgExplainCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        var out = root.terminal().out();
        try (var messages = new MessageInput(open(), file.equals(STDIN) ? "the standard input" : file)) {
            for (var next = messages.next(); next.isPresent(); next = messages.next()) {
                var explanation =
                        Explanation.of(next.get().message(), next.get().table());
                out.println(output.isJson() ? explanation : new ExplanationText(explanation));
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    private InputStream open() throws IOException {
        if (file.equals(STDIN)) {
            return new FileInputStream(FileDescriptor.in);
        }
        var path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Cannot read %s: there is no such readable file. Give a file with messages, or - for the standard input."
                            .formatted(file));
        }
        return Files.newInputStream(path);
    }
}
