package dev.caudal.cluster.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the lags of a cluster's groups, which it finds by an admin client that lasts. One thread looks, any may ask. */
final class Lags implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lags.class);

    private final Subject subject;
    private final ConsumerLags lags = new ConsumerLags();
    private Optional<Admin> admin = Optional.empty();
    private volatile List<GroupLag> last = List.of();

    Lags(Subject subject) {
        this.subject = subject;
    }

    void look(Instant now) {
        try {
            var client = admin.orElseGet(() -> Admin.create(subject.admin()));
            admin = Optional.of(client);
            last = lags.look(client, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // The brokers, or their addresses, may be others now.
            close();
            LOG.atInfo()
                    .addKeyValue("cluster", subject.name())
                    .addKeyValue("reason", String.valueOf(e.getMessage()))
                    .log("the lags of groups are not known now");
        }
    }

    /** Those that were found last. */
    List<GroupLag> last() {
        return last;
    }

    @Override
    public void close() {
        admin.ifPresent(client -> client.close(Duration.ofSeconds(5)));
        admin = Optional.empty();
    }
}
