package dev.caudal.rest;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records on their way to a client. Whoever writes them says once whether they were written; until the client's next
 * request they are kept.
 */
final class Page {
    private final long number;
    private final Client client;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final Consumer<Boolean> outcome;
    private final AtomicBoolean finished = new AtomicBoolean();

    /**
     * A page.
     *
     * @param number counts a consumer's pages from 1
     * @param client who gets it
     * @param records in the order of the answer
     * @param outcome hears once whether the page was written
     */
    Page(long number, Client client, List<ConsumerRecord<byte[], byte[]>> records, Consumer<Boolean> outcome) {
        this.number = number;
        this.client = client;
        this.records = records;
        this.outcome = outcome;
    }

    long number() {
        return number;
    }

    Client client() {
        return client;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** Says whether the client's machine has got it; only the first call counts. */
    void finish(boolean written) {
        if (finished.compareAndSet(false, true)) {
            outcome.accept(written);
        }
    }
}
