package dev.caudal.server.connect;

/** A Connect worker answered, and refused. */
public final class ConnectRefusal extends RuntimeException {
    private final int status;

    /**
     * A refusal.
     *
     * @param request method and address
     * @param status the HTTP status
     * @param reason the worker's own words
     */
    ConnectRefusal(String request, int status, String reason) {
        super("Kafka Connect refused %s: %s (%d).".formatted(request, reason.strip(), status));
        this.status = status;
    }

    /**
     * The HTTP status.
     *
     * @return 300 to 599
     */
    public int status() {
        return status;
    }
}
