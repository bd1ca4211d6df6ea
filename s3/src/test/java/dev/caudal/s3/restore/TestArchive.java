package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.ArchivedHeader;
import dev.caudal.s3.archive.Checksum;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.ContentDigest;
import dev.caudal.s3.archive.DataObject;
import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.Frame;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.archive.SidecarObject;
import dev.caudal.s3.archive.SidecarWriter;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.Precondition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes records into an archive by the format alone: two objects of lines in each commit, as if two folders were open. */
final class TestArchive {
    private final ObjectStore store;
    private final ArchiveNames names;
    private final int recordsPerCommit;

    TestArchive(ObjectStore store, String cluster, int recordsPerCommit) {
        this.store = store;
        this.names = new ArchiveNames(cluster);
        this.recordsPerCommit = recordsPerCommit;
    }

    /** Writes all of a topic's records. */
    void write(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        var partitions = records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::partition, TreeMap::new, Collectors.toList()));
        for (var partition : partitions.values()) {
            var previous = "";
            for (int i = 0; i < partition.size(); i += recordsPerCommit) {
                previous = commit(partition.subList(i, Math.min(partition.size(), i + recordsPerCommit)), previous);
            }
        }
    }

    private String commit(List<ConsumerRecord<byte[], byte[]>> records, String previous) throws IOException {
        var first = records.get(0);
        var lines = List.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        var frames = new ByteArrayOutputStream();
        var digest = new ContentDigest();
        try (var sidecar = new SidecarWriter(frames)) {
            for (var record : records) {
                var frame = frame(record, lines);
                digest.add(record.timestamp(), record.key(), frame.headers(), record.value());
                sidecar.write(frame);
            }
        }
        var last = records.get(records.size() - 1);
        var side = names.sidecar(first.topic(), 1, first.partition(), first.offset(), "a1");
        put(side, frames.toByteArray());
        var objects = new ArrayList<DataObject>();
        for (var object : lines) {
            objects.add(object(first, last.offset(), lines.indexOf(object), object.toByteArray()));
        }
        var commit = new Commit(
                Commit.FORMAT,
                names.cluster(),
                first.topic(),
                "",
                1,
                first.partition(),
                first.offset(),
                last.offset(),
                last.offset() + 1,
                records.size(),
                (int) records.stream().filter(record -> record.value() == null).count(),
                records.stream().mapToLong(ConsumerRecord::timestamp).min().orElseThrow(),
                records.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow(),
                objects,
                new SidecarObject(side, frames.size(), Checksum.of(frames.toByteArray())),
                Fidelity.EXACT,
                digest.hex(),
                previous,
                "test",
                0);
        put(names.commit(first.topic(), 1, first.partition(), first.offset()), commit.toBytes());
        return Sha256.hex(commit.toBytes());
    }

    private static Frame frame(ConsumerRecord<byte[], byte[]> record, List<ByteArrayOutputStream> lines) {
        var headers = Arrays.stream(record.headers().toArray())
                .map(header -> new ArchivedHeader(header.key(), header.value()))
                .toList();
        var value = record.value();
        if (value == null) {
            return new Frame(
                    record.offset(), record.timestamp(), false, record.key(), headers, Frame.Line.NONE, false, null);
        }
        int object = (int) (record.offset() % 2);
        lines.get(object).writeBytes(value);
        lines.get(object).write('\n');
        return new Frame(
                record.offset(),
                record.timestamp(),
                false,
                record.key(),
                headers,
                new Frame.Line(object, value.length),
                true,
                null);
    }

    private DataObject object(ConsumerRecord<byte[], byte[]> first, long last, int folder, byte[] bytes) {
        var key = "topics/%s/folder=%d/%s+%d+%010d.json"
                .formatted(first.topic(), folder, first.topic(), first.partition(), first.offset());
        put(key, bytes);
        return new DataObject(
                key, bytes.length, Checksum.of(bytes), bytes.length, DataObject.PLAIN, 1, first.offset(), last);
    }

    private void put(String key, byte[] bytes) {
        store.put(key, bytes, Precondition.NONE);
    }
}
