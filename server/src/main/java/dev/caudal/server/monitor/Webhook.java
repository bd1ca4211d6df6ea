package dev.caudal.server.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alerts as JSON by POST, one after the other, on a thread of its own. An answer other than 2xx, or none, is tried
 * again with growing pauses; after five attempts, or when a hundred wait, an alert is given up and logged.
 */
final class Webhook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int WAITING = 100;
    private static final int ATTEMPTS = 5;
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final URI target;
    private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(WAITING);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Thread thread = new Thread(this::run, "monitor-webhook");

    Webhook(URI target) {
        this.target = target;
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands an alert over; never waits. */
    void send(Alert alert) {
        if (!waiting.offer(alert)) {
            LOG.atError()
                    .setMessage("An alert is given up: too many wait")
                    .addKeyValue("task", alert.task())
                    .log();
        }
    }

    private void run() {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("No more alerts are sent");
        }
    }

    private void deliver(Alert alert) throws InterruptedException {
        var body = alert.json().toString();
        var request = HttpRequest.newBuilder(target)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                if (status / 100 == 2) {
                    return;
                }
                problem = "status " + status;
            } catch (IOException e) {
                problem = e.toString();
            }
            Thread.sleep(Duration.ofSeconds(1L << attempt).toMillis());
        }
        LOG.atError()
                .setMessage("An alert is given up: the webhook does not take it")
                .addKeyValue("task", alert.task())
                .addKeyValue("problem", problem)
                .log();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
