package dev.caudal.s3.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ArchivedHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of an object without an archive: its lines, with keys and headers from the objects beside it. */
final class PlainCursor implements RecordCursor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainObject object;
    private final PlainLines values;
    private final Optional<PlainLines> keys;
    private final Optional<PlainLines> headers;
    private long offset;

    private PlainCursor(
            PlainObject object, PlainLines values, Optional<PlainLines> keys, Optional<PlainLines> headers) {
        this.object = object;
        this.values = values;
        this.keys = keys;
        this.headers = headers;
        this.offset = object.startOffset();
    }

    static PlainCursor open(ArchiveBucket bucket, PlainObject object) throws IOException {
        return new PlainCursor(
                object,
                new PlainLines(bucket.open(object.key()), object.isCompressed()),
                sibling(bucket, object, ".keys"),
                sibling(bucket, object, ".headers"));
    }

    private static Optional<PlainLines> sibling(ArchiveBucket bucket, PlainObject object, String kind)
            throws IOException {
        for (var extension : List.of(".json", ".json.gz", ".bin", ".bin.gz")) {
            var found = bucket.store().read(object.stem() + kind + extension);
            if (found.isPresent()) {
                return Optional.of(new PlainLines(found.get(), extension.endsWith(".gz")));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<BackupRecord> next() throws IOException {
        var value = values.next();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var key = keys.isPresent() ? key(line(keys.get(), ".keys")) : null;
        var ofRecord = headers.isPresent() ? headers(line(headers.get(), ".headers")) : List.<ArchivedHeader>of();
        return Optional.of(new BackupRecord(offset++, -1, key, ofRecord, value.get()));
    }

    private byte[] line(PlainLines lines, String kind) throws IOException {
        return lines.next()
                .orElseThrow(() -> new ArchiveException(
                        "%s%s has fewer lines than %s.".formatted(object.stem(), kind, object.key())));
    }

    /** The text of a JSON string, since most keys are text; all else as it stands. */
    private static byte @Nullable [] key(byte[] line) throws IOException {
        return line.length > 0 && line[0] == '"' ? text(JSON.readTree(line)) : line;
    }

    private static List<ArchivedHeader> headers(byte[] line) throws IOException {
        var headers = new ArrayList<ArchivedHeader>();
        for (var header : JSON.readTree(line).path("headers")) {
            headers.add(new ArchivedHeader(header.path("key").asText(), text(header.path("value"))));
        }
        return headers;
    }

    private static byte @Nullable [] text(JsonNode node) {
        return node.isNull() ? null : node.asText().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        values.close();
        if (keys.isPresent()) {
            keys.get().close();
        }
        if (headers.isPresent()) {
            headers.get().close();
        }
    }
}
