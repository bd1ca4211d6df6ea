package dev.caudal.bench;

import java.util.Arrays;

/**
 * How long commits took to a consumer: from the return of the commit to the return of the poll with its record.
 *
 * @param engine the engine's name
 * @param broker which settings the broker had
 * @param round which round, from 1
 * @param millis the latencies in milliseconds, ascending
 * @param foreignCores how many processors others took of the machine
 */
record Latency(String engine, BrokerKind broker, int round, double[] millis, double foreignCores) {
    /** Sorts. */
    Latency {
        millis = millis.clone();
        Arrays.sort(millis);
    }

    /** The latency that a share of all do not exceed, for example 0.99. */
    double quantile(double share) {
        return millis[(int) Math.min(millis.length - 1, Math.round(share * millis.length))];
    }
}
