package dev.caudal.rest;

import org.eclipse.jetty.server.Handler;

/** What answers requests, once it is known who sends them and their bodies are read. */
interface Serving {
    /** Where requests go. */
    Handler handler();

    /** Closes the consumers, so that reads that wait are answered. */
    void closeConsumers();

    /** Closes all the rest; the server does not run any more. */
    void close();
}
