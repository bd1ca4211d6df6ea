package dev.caudal.rest;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The body of a request that is refused before it is read. A server that answers and closes while the client still sends
 * resets the connection, and the answer may be lost with it (RFC 9112, 9.6): what is short and has a known end is read
 * first, and the connection stays open for the next request.
 */
public final class UnreadBody {
    /** More is not worth the wait: the answer is sent at once, and the connection closed. */
    private static final int LARGEST = 1 << 20;

    private UnreadBody() {}

    /** Answers with an error, on any thread. */
    static void refuse(Request request, Response response, Callback callback, Throwable error) {
        skip(request, () -> Response.writeError(request, response, callback, error));
    }

    private static void skip(Request request, Runnable then) {
        boolean more = request.getLength() <= LARGEST && !request.getHeaders().contains(HttpHeader.EXPECT);
        while (more) {
            var chunk = request.read();
            if (chunk == null && request.getLength() >= 0) {
                request.demand(() -> skip(request, then));
                return;
            }
            more = chunk != null && !chunk.isLast() && !Content.Chunk.isFailure(chunk);
            if (chunk != null) {
                chunk.release();
            }
        }
        then.run();
    }

    /**
     * Answers what the handlers behind it throw while the body can still be read.
     *
     * @param handler the first of them
     * @return to stand before it
     */
    public static Handler before(Handler handler) {
        return new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                try {
                    return super.handle(request, response, callback);
                } catch (Throwable refused) {
                    refuse(request, response, callback, refused);
                    return true;
                }
            }
        };
    }
}
