package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Records that come in one request without end: each is sent as soon as it is there. What is wrong with one is answered
 * in its place and the next one is read; what cannot be cut into records ends the stream.
 *
 * <p>It is read by one thread at a time, whichever has more for it: Jetty's when bytes have come, one for answers when
 * enough was answered. No thread waits, neither for the client nor for Kafka.
 */
final class V3RecordStream implements Runnable {
    private final Request request;
    private final Charset charset;
    private final String cluster;
    private final String topic;
    private final V3Producing producing;
    private final Lane lane;
    private final V3Splitter splitter;
    private final MemoryBudget memory;
    private final V3RecordAnswers answers;
    private boolean hasAll;
    private boolean hasAny;

    V3RecordStream(
            Request request,
            Charset charset,
            String cluster,
            String topic,
            V3Producing producing,
            V3Splitter splitter,
            MemoryBudget memory,
            V3RecordAnswers answers) {
        this.request = request;
        this.charset = charset;
        this.cluster = cluster;
        this.topic = topic;
        this.producing = producing;
        this.lane = producing.lane();
        this.splitter = splitter;
        this.memory = memory;
        this.answers = answers;
    }

    /** Reads on, as far as there is something and its answers do not pile up. */
    @Override
    public void run() {
        try {
            while (!answers.isFull(this)) {
                var object = splitter.next();
                if (object.isPresent()) {
                    if (!take(object.get())) {
                        return;
                    }
                } else if (hasAll) {
                    end();
                    return;
                } else if (!readMore()) {
                    return;
                }
            }
        } catch (RestError error) {
            answers.end(Optional.of(error));
        }
    }

    /** Sends a record, now or, returning false, when it is known what the topic is; then reading goes on. */
    private boolean take(byte[] object) {
        hasAny = true;
        var json = new BodyScanner(object, 0, object.length);
        json.document();
        var slot = answers.next();
        try {
            producing.count(object.length);
            var record = V3RecordReader.read(object);
            if (!producing.isKnown(topic)) {
                look(record, slot, object.length);
                return false;
            }
            send(record, slot, object.length, producing.partitions(topic));
        } catch (RestError error) {
            slot.failed(error);
        }
        return true;
    }

    private void look(V3Record record, V3RecordAnswers.Slot slot, int size) {
        var unused = producing.look(topic).whenComplete((partitions, error) -> {
            if (error == null) {
                send(record, slot, size, partitions);
            } else {
                slot.failed(KafkaErrors.of(error));
            }
            producing.execute(this);
        });
    }

    private void send(V3Record record, V3RecordAnswers.Slot slot, int size, int partitions) {
        MemoryBudget.Hold hold;
        try {
            hold = memory.hold(size);
        } catch (RestError error) {
            slot.failed(error);
            return;
        }
        // It may be acknowledged long after the client has gone.
        var unused = record.send(lane, topic, partitions).whenComplete((where, error) -> {
            hold.close();
            answer(record, slot, where, error);
        });
    }

    private void answer(
            V3Record record, V3RecordAnswers.Slot slot, @Nullable RecordMetadata where, @Nullable Throwable error) {
        if (where != null) {
            slot.sent(cluster, record, where);
        } else {
            slot.failed(KafkaErrors.of(error == null ? new IllegalStateException() : error));
        }
    }

    /** Takes what has come; false when there is nothing yet, or never will be. */
    private boolean readMore() {
        var chunk = request.read();
        if (chunk == null) {
            request.demand(this);
            return false;
        }
        if (Content.Chunk.isFailure(chunk)) {
            answers.abort(chunk.getFailure());
            return false;
        }
        splitter.add(utf8(chunk.getByteBuffer()));
        hasAll = chunk.isLast();
        chunk.release();
        return true;
    }

    private ByteBuffer utf8(ByteBuffer part) {
        return charset.equals(StandardCharsets.UTF_8) ? part : StandardCharsets.UTF_8.encode(charset.decode(part));
    }

    private void end() {
        if (splitter.held() > 0) {
            answers.end(Optional.of(RestError.badRequest("The last record does not end.")));
        } else if (hasAny) {
            answers.end(Optional.empty());
        } else {
            answers.refuse(V3Errors.payload("Null input provided. Data is required."));
        }
    }
}
