package dev.caudal.s3.sink;

import dev.caudal.s3.store.ChunkPool;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of a Kafka partition since its last completion, and the objects that they are in. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final TopicPartition partition;
    private final Workshop shop;
    private final Map<String, OpenObject> objects = new LinkedHashMap<>();
    private int lined;
    private final Optional<Sidecar> sidecar;
    private long first = -1;
    private long last = -1;

    Batch(TopicPartition partition, Workshop shop, Optional<Sidecar> sidecar) {
        this.partition = partition;
        this.shop = shop;
        this.sidecar = sidecar;
    }

    /** Adds a record; only memory is filled. */
    void write(SinkRecord record, Lines lines) {
        long offset = record.kafkaOffset();
        if (first < 0) {
            first = offset;
        }
        last = offset;
        int index = -1;
        if (lines.placed()) {
            OpenObject object = objects.computeIfAbsent(lines.folder(), folder -> open(folder, lines, offset));
            object.write(lines, offset);
            index = lines.value() == null ? -1 : object.index();
        }
        int at = index;
        sidecar.ifPresent(side -> side.write(record, lines, at));
    }

    private OpenObject open(String folder, Lines lines, long offset) {
        String stem = shop.names().stem(partition.topic(), folder, partition.partition(), offset);
        int index = lines.value() == null ? -1 : lined++;
        return new OpenObject(shop.maker(), lines, offset, index, extension -> shop.file(stem + extension));
    }

    /** Sends the parts of a folder's objects that are full. */
    void drain(String folder) {
        OpenObject object = objects.get(folder);
        if (object != null) {
            object.files().forEach(file -> file.upload().drain());
        }
        sidecar.ifPresent(side -> side.upload().drain());
    }

    Collection<OpenObject> objects() {
        return objects.values();
    }

    Optional<Sidecar> sidecar() {
        return sidecar;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** All files of the batch, for memory. */
    List<DataFile> files() {
        return objects.values().stream()
                .flatMap(object -> object.files().stream())
                .toList();
    }

    /** Bytes of memory that wait for the bucket. */
    long waiting() {
        long waiting = sidecar.map(side -> side.upload().waiting()).orElse(0L);
        for (OpenObject object : objects.values()) {
            for (DataFile file : object.files()) {
                waiting += file.upload().waiting();
            }
        }
        return waiting;
    }

    /** Gives all up; parts that stay in the bucket are told. */
    void abort() {
        for (DataFile file : files()) {
            abort(() -> file.upload().abort(), file.upload().key());
        }
        sidecar.ifPresent(
                side -> abort(() -> side.upload().abort(), side.upload().key()));
    }

    private static void abort(Runnable upload, String key) {
        try {
            upload.run();
        } catch (StoreException e) {
            LOG.warn("Parts of {} stay in the bucket until its lifecycle removes them: {}", key, e.getMessage());
        }
    }

    /** What batches of a task share. */
    record Workshop(
            ObjectStore store,
            ObjectNames names,
            LineMaker maker,
            Compression compression,
            int partSize,
            ChunkPool pool) {

        DataFile file(String name) {
            return new DataFile(store.upload(name + compression.extension(), partSize, pool), compression);
        }
    }
}
