package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.monitor.Exposition;
import dev.caudal.server.monitor.Monitor;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;

/** Metrics for Prometheus. */
@Path("metrics")
public final class MetricsResource {

    private final Monitor monitor;

    /**
     * Serves what a monitor knows.
     *
     * @param monitor of the platform
     */
    public MetricsResource(Monitor monitor) {
        this.monitor = monitor;
    }

    /**
     * All metrics.
     *
     * @return in Prometheus' text format
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Produces(Exposition.MEDIA_TYPE)
    public String metrics() {
        return Exposition.of(monitor, Instant.now());
    }
}
