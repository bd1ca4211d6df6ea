package dev.caudal.rest;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies and pages may hold at one time. Any thread may use it. */
final class MemoryBudget {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /**
     * Takes so many bytes.
     *
     * @throws RestError when they are not there; nothing is held then
     */
    Hold hold(long bytes) {
        var hold = hold();
        hold.more(bytes);
        return hold;
    }

    /** Takes nothing yet, which may be done also when nothing is left. */
    Hold hold() {
        return new Hold();
    }

    /**
     * Looks whether anything is left.
     *
     * @throws RestError when nothing is
     */
    void requireRoom() {
        hold(0).close();
    }

    /** Whether nothing should be fetched that nobody waits for. */
    boolean isTight() {
        return held.get() > limit / 2;
    }

    /** What one request holds. */
    final class Hold implements AutoCloseable {
        private final AtomicLong bytes = new AtomicLong();

        /** Takes more, or nothing. */
        void more(long more) {
            if (held.addAndGet(more) > limit) {
                held.addAndGet(-more);
                throw RestError.busy("The proxy holds all the memory it may, %d bytes. Try again later, or raise %s."
                        .formatted(limit, ConfigKey.MEMORY_MAX));
            }
            bytes.addAndGet(more);
        }

        /** Takes or gives back what is there already, whether or not it may. */
        void force(long more) {
            held.addAndGet(more);
            bytes.addAndGet(more);
        }

        boolean isEmpty() {
            return bytes.get() == 0;
        }

        /** Gives all back; more than once does no harm. */
        @Override
        public void close() {
            held.addAndGet(-bytes.getAndSet(0));
        }
    }
}
