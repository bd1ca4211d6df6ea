package dev.caudal.s3.store;

import dev.caudal.s3.store.StoreException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * The parts of one object. Threads of the store send them, while the thread of the upload, which alone uses this class,
 * fills the next. Their memory is free when they are sent. A part that failed is sent anew by the next call that waits.
 */
final class PartsOnTheWay {

    private static final Logger LOG = LoggerFactory.getLogger(PartsOnTheWay.class);

    /** So much of one object may be under way: who fills faster than the store takes waits. */
    private static final int MOST = 3;

    private final ExecutorService threads;
    private final ChunkPool pool;
    private final Deque<Part> onTheWay = new ArrayDeque<>();
    private final List<CompletedPart> sent = new ArrayList<>();
    private long bytes;

    /** Sends one part and returns its tag. */
    interface Call {
        String send(int number, Body body);
    }

    /** A part, with the answer that is waited for. */
    private static final class Part {
        private final int number;
        private final Body body;
        private final Call call;
        private @Nullable Future<String> tag;

        Part(int number, Body body, Call call) {
            this.number = number;
            this.body = body;
            this.call = call;
        }
    }

    PartsOnTheWay(ExecutorService threads, ChunkPool pool) {
        this.threads = threads;
        this.pool = pool;
    }

    /** Takes the next part; its memory comes from the pool and goes back there. */
    void send(List<Body.Piece> pieces, Call call) {
        var body = Body.of(pieces);
        var part = new Part(sent.size() + onTheWay.size() + 1, body, call);
        var unused = start(part);
        onTheWay.add(part);
        bytes += part.body.length();
    }

    private Future<String> start(Part part) {
        Future<String> tag = threads.submit(() -> part.call.send(part.number, part.body));
        part.tag = tag;
        return tag;
    }

    /**
     * Sees what was sent meanwhile, and waits where too much is under way.
     *
     * @throws StoreException when a part has failed
     */
    void settle() {
        for (Part part = onTheWay.peek(); part != null && (isOver(part) || onTheWay.size() > MOST); ) {
            awaitFirst();
            part = onTheWay.peek();
        }
    }

    private static boolean isOver(Part part) {
        Future<String> tag = part.tag;
        return tag == null || tag.isDone();
    }

    /**
     * Waits until the first of them is sent.
     *
     * @return whether there was one, so that memory was given back
     */
    boolean awaitFirst() {
        Part part = onTheWay.peek();
        if (part == null) {
            return false;
        }
        Future<String> tag = part.tag == null ? start(part) : part.tag;
        String answer = answer(part, tag);
        onTheWay.remove();
        sent.add(CompletedPart.builder().partNumber(part.number).eTag(answer).build());
        bytes -= part.body.length();
        part.body.pieces().forEach(piece -> pool.give(piece.bytes()));
        return true;
    }

    private static String answer(Part part, Future<String> tag) {
        try {
            return tag.get();
        } catch (ExecutionException e) {
            part.tag = null;
            if (e.getCause() instanceof StoreException failure) {
                throw failure;
            }
            throw new IllegalStateException("A part could not be sent: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.RETRYABLE, "Nobody waits for a part any more, since the task ends.", e);
        }
    }

    /** Waits until all are sent. */
    List<CompletedPart> awaitAll() {
        boolean more = true;
        while (more) {
            more = awaitFirst();
        }
        return List.copyOf(sent);
    }

    /** What is not sent yet. */
    long bytes() {
        return bytes;
    }

    /** Waits until nothing is sent any more, well or not: a part that came after an upload's end would stay for ever. */
    void giveUp() {
        while (!onTheWay.isEmpty()) {
            Part part = onTheWay.remove();
            if (part.tag != null) {
                ended(part.tag);
            }
            part.body.pieces().forEach(piece -> pool.give(piece.bytes()));
        }
        bytes = 0;
    }

    private static void ended(Future<String> tag) {
        try {
            var unused = tag.get();
        } catch (ExecutionException e) {
            LOG.debug("A part that is given up was not sent.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
