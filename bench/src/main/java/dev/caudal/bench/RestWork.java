package dev.caudal.bench;

import java.io.IOException;

/** What is measured, done by the proxy and without it. */
interface RestWork {
    /** Does it by the proxy on {@code port}; returns what {@code processes} used. */
    Usage byProxy(int port, Usage.Processes processes) throws IOException, InterruptedException;

    /** Does it by Kafka's own client in this process. */
    Usage direct(Usage.Processes processes) throws InterruptedException;
}
