package dev.caudal.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be asked whether the other side is still there while its request waits for an answer.
 *
 * <p>The server does not read from a connection whose request is not answered, and so would not see that the client has
 * gone. {@link #isGone()} reads; the bytes of a next request that it may find are kept and given to the server first.
 */
final class ProbedEndPoint extends SocketChannelEndPoint {
    private static final int AHEAD = 4096;

    private final Executor executor;
    private final Object reading = new Object();
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    private boolean ended;

    ProbedEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Executor executor) {
        super(channel, selector, key, scheduler);
        this.executor = executor;
    }

    /** Whether the client has closed the connection; any thread may ask while a request is being answered. */
    boolean isGone() {
        if (!isOpen()) {
            return true;
        }
        synchronized (reading) {
            if (ended || ahead.hasRemaining()) {
                return ended;
            }
            var buffer = ByteBuffer.allocate(AHEAD);
            try {
                ended = getChannel().read(buffer) < 0;
            } catch (IOException e) {
                ended = true;
            }
            ahead = buffer.flip();
            return ended;
        }
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        synchronized (reading) {
            if (ahead.hasRemaining()) {
                return BufferUtil.append(buffer, ahead);
            }
        }
        return super.fill(buffer);
    }

    @Override
    protected void needsFillInterest() {
        synchronized (reading) {
            if (!ahead.hasRemaining()) {
                super.needsFillInterest();
                return;
            }
        }
        // The selector would wait for bytes that are here already.
        executor.execute(() -> getFillInterest().fillable());
    }
}
