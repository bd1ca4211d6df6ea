package dev.caudal.rest;

import java.time.Duration;

/**
 * What a proxy takes on.
 *
 * @param requestTimeout the longest wait of a read that finds nothing, unless its client asks for less
 * @param pageBytes the most key and value bytes of one page
 * @param minBytes a read waits for so many bytes; less than 1: it answers at first data
 * @param producerPatience a record waits so long for the producer to take it; no thread waits with it
 * @param instanceTimeout a consumer that nobody asks for so long is closed
 * @param consumers the most consumers open at one time
 * @param bodyBytes the longest body of a request
 * @param memory the most bytes that bodies and pages may hold at one time
 */
record Limits(
        Duration requestTimeout,
        int pageBytes,
        int minBytes,
        Duration producerPatience,
        Duration instanceTimeout,
        int consumers,
        int bodyBytes,
        long memory) {}
