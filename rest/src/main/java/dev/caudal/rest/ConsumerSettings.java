package dev.caudal.rest;

import java.time.Duration;
import java.util.Map;

/**
 * How a consumer was made.
 *
 * @param version the version of the API that made it
 * @param format how its records are answered
 * @param commit what commits what it has delivered
 * @param minBytes a read waits for so many bytes; less than 1: it answers at first data
 * @param requestTimeout the longest wait of a read
 * @param kafka settings of the Kafka consumer
 */
record ConsumerSettings(
        ApiVersion version,
        Format format,
        Commit commit,
        int minBytes,
        Duration requestTimeout,
        Map<String, String> kafka) {

    /** What commits the records that were delivered. */
    enum Commit {
        /** The next request for records, and the end of the consumer. */
        AUTO,
        /** The next request for records, until the client first commits by itself. */
        NEXT_READ,
        /** The client. */
        EXPLICIT
    }
}
