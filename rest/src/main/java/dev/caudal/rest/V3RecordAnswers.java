package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a stream of records: one line for each record, in their order, written as soon as all before it are
 * there. Records are answered from any thread; answers are written on threads for answers, which do not wait.
 */
final class V3RecordAnswers {
    /** Reading pauses while so many records are unanswered. */
    private static final int MOST = 10_000;

    private static final byte[] NOT_YET = new byte[0];
    private static final byte[] FINE = "{\"error_code\":200,".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final V3Producing threads;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** The lock of all below. */
    private final Deque<Slot> open = new ArrayDeque<>();

    private @Nullable Runnable paused;
    private boolean ended;
    private boolean writing;
    private boolean done;

    V3RecordAnswers(Request request, Response response, Callback callback, V3Producing threads) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.threads = threads;
    }

    /** The place of one record's answer. */
    final class Slot {
        private byte[] line = NOT_YET;

        void sent(String cluster, V3Record record, RecordMetadata where) {
            var out = new JsonOut(256);
            out.raw(FINE);
            V3Receipt.sent(out, cluster, record, where);
            fill(out);
        }

        void failed(RestError error) {
            var out = new JsonOut(256);
            out.raw('{');
            V3Receipt.failed(out, error);
            fill(out);
        }

        private void fill(JsonOut out) {
            out.raw('}');
            out.raw('\r');
            out.raw('\n');
            synchronized (open) {
                line = out.toBytes();
            }
            schedule();
        }
    }

    /** The place of the next record's answer. */
    Slot next() {
        var slot = new Slot();
        synchronized (open) {
            open.add(slot);
        }
        return slot;
    }

    /** Whether no more should be read now; the reader is run then when there is room. */
    boolean isFull(Runnable reader) {
        synchronized (open) {
            boolean full = open.size() >= MOST;
            paused = full ? reader : null;
            return full;
        }
    }

    /** No record will follow; why, where that was not meant. */
    void end(Optional<RestError> error) {
        error.ifPresent(why -> next().failed(why));
        synchronized (open) {
            ended = true;
        }
        schedule();
    }

    /** There was no record at all: the whole request is refused. */
    void refuse(RestError error) {
        Response.writeError(request, response, callback, error);
    }

    /** The client is gone. */
    void abort(Throwable failure) {
        synchronized (open) {
            if (done) {
                return;
            }
            done = true;
        }
        callback.failed(failure);
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            threads.execute(() -> {
                scheduled.set(false);
                write();
            });
        }
    }

    private void write() {
        var lines = new JsonOut(4096);
        boolean last;
        Runnable reader = null;
        synchronized (open) {
            if (writing || done) {
                return;
            }
            while (!open.isEmpty() && open.element().line.length > 0) {
                lines.raw(open.remove().line);
            }
            last = ended && open.isEmpty();
            if (lines.length() == 0 && !last) {
                return;
            }
            writing = true;
            done = last;
            if (open.size() < MOST / 2) {
                reader = paused;
                paused = null;
            }
        }
        if (reader != null) {
            threads.execute(reader);
        }
        if (!response.isCommitted()) {
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        }
        var bytes = ByteBuffer.wrap(lines.bytes(), 0, lines.length());
        response.write(last, bytes, last ? callback : Callback.from(this::written, this::abort));
    }

    private void written() {
        synchronized (open) {
            writing = false;
        }
        schedule();
    }
}
