package dev.caudal.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.OwnerFile;
import dev.caudal.server.definition.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, in a file with a line of JSON for each, which its owner only may read. A line is with the operating system
 * when its request is answered, so a killed platform loses none. Full files are kept, ten of them. Any thread may call it.
 */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String FOLDER = "audit";
    private static final String FILE = "audit.jsonl";
    private static final long MOST_BYTES = 10L * 1024 * 1024;
    private static final int FILES = 10;

    private final Path folder;
    private final long mostBytes;

    /**
     * The log of a platform.
     *
     * @param folder the platform's
     */
    public AuditLog(LocalDirectory folder) {
        this(folder.root().resolve(FOLDER), MOST_BYTES);
    }

    AuditLog(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * Adds an entry. Where that cannot be, the server's log says so.
     *
     * @param entry what happened
     */
    public synchronized void add(AuditEntry entry) {
        var line = (entry.json() + "\n").getBytes(UTF_8);
        try {
            Files.createDirectories(folder);
            rotate(line.length);
            if (endsWithinLine(file(0))) {
                OwnerFile.append(file(0), "\n".getBytes(UTF_8));
            }
            OwnerFile.append(file(0), line);
        } catch (IOException e) {
            LOG.atError().setCause(e).log("the audit log lacks {}", entry.json());
        }
    }

    /**
     * What happened.
     *
     * @param since only what is not older
     * @param limit how many at most: the last ones
     * @return the oldest first
     */
    public synchronized List<JsonNode> read(Instant since, int limit) {
        var last = new ArrayDeque<JsonNode>();
        for (int i = FILES - 1; i >= 0; i--) {
            if (Files.exists(file(i))) {
                // Not Files.lines, which gives up at half a character.
                try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file(i)), UTF_8))) {
                    text.lines()
                            .flatMap(line -> parse(line).stream())
                            .filter(entry ->
                                    !Instant.parse(entry.path("time").asText()).isBefore(since))
                            .forEach(entry -> {
                                last.add(entry);
                                if (last.size() > limit) {
                                    last.remove();
                                }
                            });
                } catch (IOException e) {
                    throw new UncheckedIOException("The audit log %s cannot be read: %s.".formatted(file(i), e), e);
                }
            }
        }
        return List.copyOf(last);
    }

    /** As a full disk may have left it. */
    private static boolean endsWithinLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void rotate(int more) throws IOException {
        if (!Files.exists(file(0)) || Files.size(file(0)) + more <= mostBytes) {
            return;
        }
        for (int i = FILES - 1; i > 0; i--) {
            if (Files.exists(file(i - 1))) {
                Files.move(file(i - 1), file(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path file(int age) {
        return folder.resolve(age == 0 ? FILE : FILE + "." + age);
    }

    /** Empty for the half of a line that a full disk may have left. */
    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(Json.MAPPER.readTree(line)).filter(entry -> entry.has("time"));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
