package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** The sending of one batch: counts the acknowledgements that are still to come. */
final class Production {
    private static final byte[] BEGIN = ascii("{\"key_schema_id\":null,\"value_schema_id\":null,\"offsets\":[");
    private static final byte[] PARTITION = ascii("{\"partition\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] FINE = ascii(",\"error_code\":null,\"error\":null}");
    private static final byte[] FAILED = ascii("{\"partition\":null,\"offset\":null,\"error_code\":");
    private static final byte[] WORDS = ascii(",\"error\":");

    private final int[] partitions;
    private final long[] offsets;
    private final @Nullable RestError[] errors;
    private final AtomicInteger open;
    private final CompletableFuture<Production> done = new CompletableFuture<>();

    private Production(int size) {
        partitions = new int[size];
        offsets = new long[size];
        errors = new RestError[size];
        // One more, which is taken away when all are sent.
        open = new AtomicInteger(size + 1);
    }

    /**
     * Sends a batch.
     *
     * @param partition where records go that name none; {@link Batch#ANY} lets Kafka choose
     * @return done when all are acknowledged or have failed; fails when the producer took none of them
     */
    static CompletionStage<Production> send(Lane lane, String topic, int partition, Batch batch) {
        var production = new Production(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            production.send(lane, topic, partition, batch, i);
        }
        production.count();
        return production.done;
    }

    /** The status of the answer: only where the user may not write, it is not 200. */
    int status() {
        for (var error : errors) {
            if (error != null && (error.status() == 401 || error.status() == 403)) {
                return error.status();
            }
        }
        return 200;
    }

    byte[] json() {
        var out = new JsonOut(BEGIN.length + 2 + 80 * partitions.length);
        out.raw(BEGIN);
        for (int i = 0; i < partitions.length; i++) {
            if (i > 0) {
                out.raw(',');
            }
            record(out, i);
        }
        out.raw(']');
        out.raw('}');
        return out.toBytes();
    }

    private void record(JsonOut out, int i) {
        var error = errors[i];
        if (error == null) {
            out.raw(PARTITION);
            out.number(partitions[i]);
            out.raw(OFFSET);
            out.number(offsets[i]);
            out.raw(FINE);
        } else {
            out.raw(FAILED);
            out.number(error.body().code());
            out.raw(WORDS);
            out.string(error.body().message());
            out.raw('}');
        }
    }

    private void send(Lane lane, String topic, int partition, Batch batch, int i) {
        int chosen = batch.partitionOf(i) == Batch.ANY ? partition : batch.partitionOf(i);
        var record = new ProducerRecord<>(topic, chosen == Batch.ANY ? null : chosen, batch.key(i), batch.value(i));
        lane.send(record, (metadata, error) -> {
            if (error == null) {
                partitions[i] = metadata.partition();
                offsets[i] = metadata.offset();
            } else {
                errors[i] = perRecord(error);
                if (i == 0 && error instanceof RestError) {
                    done.completeExceptionally(error);
                }
            }
            count();
        });
    }

    private void count() {
        if (open.decrementAndGet() == 0) {
            done.complete(this);
        }
    }

    /** Errors of records have two numbers only, besides those of rights. */
    private static RestError perRecord(Throwable error) {
        var answer = KafkaErrors.of(error);
        if (answer.status() == 401 || answer.status() == 403) {
            return answer;
        }
        boolean retriable = error instanceof RetriableException || error instanceof RestError;
        return new RestError(retriable ? ErrorCode.KAFKA_FOR_NOW : ErrorCode.KAFKA, String.valueOf(error.getMessage()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
