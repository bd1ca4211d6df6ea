package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the body of a request before a thread begins to work on it, so that a slow sender holds memory but no thread.
 *
 * <p>The request and records streams of v3, which have no end to wait for, pass through.
 */
final class BodyReader extends Handler.Wrapper {
    private final int limit;
    private final MemoryBudget memory;

    BodyReader(Handler handler, int limit, MemoryBudget memory) {
        super(handler);
        this.limit = limit;
        this.memory = memory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isStream(request) || isBodiless(request)) {
            return super.handle(request, response, callback);
        }
        if (request.getLength() > limit) {
            throw RestError.tooLarge(limit);
        }
        new Reading(request, response, callback, memory.hold(Math.max(0, request.getLength()))).run();
        return true;
    }

    private static boolean isStream(Request request) {
        var path = request.getHttpURI().getPath();
        return path != null && path.startsWith("/v3/") && path.endsWith("/records");
    }

    private static boolean isBodiless(Request request) {
        return request.getLength() == 0
                || request.getLength() < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** One body on its way in; run again whenever more of it has come. */
    private final class Reading implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final MemoryBudget.Hold hold;
        private byte[] bytes;
        private int length;

        private Reading(Request request, Response response, Callback callback, MemoryBudget.Hold hold) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.hold = hold;
            this.bytes = new byte[(int) Math.max(request.getLength(), 0)];
            Request.addCompletionListener(request, failure -> hold.close());
        }

        @Override
        public void run() {
            try {
                if (readAll()) {
                    handle();
                }
            } catch (Throwable error) {
                Response.writeError(request, response, callback, error);
            }
        }

        private boolean readAll() throws Exception {
            while (true) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    throw RestError.badRequest("The body cannot be read: " + chunk.getFailure());
                }
                boolean last = chunk.isLast();
                try {
                    append(chunk.getByteBuffer());
                } finally {
                    chunk.release();
                }
                if (last) {
                    return true;
                }
            }
        }

        private void append(ByteBuffer part) {
            int count = part.remaining();
            if (count > limit - length) {
                throw RestError.tooLarge(limit);
            }
            if (count > bytes.length - length) {
                int larger = Math.min(limit, Math.max(length + count, bytes.length * 2));
                hold.more(larger - bytes.length);
                bytes = Arrays.copyOf(bytes, larger);
            }
            part.get(bytes, length, count);
            length += count;
        }

        private void handle() throws Exception {
            var body = new Body(bytes, length);
            body.attach(request);
            if (!BodyReader.super.handle(new WithBody(request, body), response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        }
    }

    /** The request, whose body is read from memory. */
    private static final class WithBody extends Request.Wrapper {
        private Content.Chunk next;

        private WithBody(Request request, Body body) {
            super(request);
            next = body.length() == 0
                    ? Content.Chunk.EOF
                    : Content.Chunk.from(ByteBuffer.wrap(body.bytes(), 0, body.length()), true);
        }

        @Override
        public Content.Chunk read() {
            var chunk = next;
            next = Content.Chunk.EOF;
            return chunk;
        }

        @Override
        public void demand(Runnable ready) {
            ready.run();
        }
    }
}
