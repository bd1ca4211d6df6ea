package dev.caudal.rest;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Whether the clients of a consumer are still there. Belongs to the consumer's thread.
 *
 * <p>A client has left when its connection closed while it waited for records or was sent some, or when a connection
 * closed on which it had asked more than once. That it is slow, or opens a connection for each request, says nothing.
 */
final class Attendance {
    private Optional<Client> last = Optional.empty();
    private boolean stays;
    private boolean left;
    private long since;

    /** A request for records has come. */
    void arrived(Client client) {
        stays = last.filter(client::equals).isPresent();
        last = Optional.of(client);
        arrived();
    }

    /** Some other request has come. */
    void arrived() {
        left = false;
    }

    /** A connection closed before its answer was written. */
    void left() {
        if (!left) {
            left = true;
            since = System.nanoTime();
        }
    }

    /** Whether the last client has left so long ago and nobody has come since. */
    boolean isAbandoned(Collection<Read> waiting, Duration limit) {
        if (!waiting.isEmpty()) {
            return false;
        }
        if (stays && last.filter(Client::isClosed).isPresent()) {
            left();
        }
        return left && System.nanoTime() - since > limit.toNanos();
    }
}
