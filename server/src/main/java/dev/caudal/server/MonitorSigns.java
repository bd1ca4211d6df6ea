package dev.caudal.server;

import dev.caudal.server.monitor.Health;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.TaskReport;
import dev.caudal.server.task.Sign;
import dev.caudal.server.task.Signs;
import java.util.Optional;

/** What tasks tell, as the monitor has heard and judged it. */
record MonitorSigns(Monitor monitor) implements Signs {
    @Override
    public Optional<Sign> of(String task) {
        return monitor.report(task)
                .map(report -> monitor.health(task)
                        .filter(health -> isStuck(health))
                        .map(health -> new Sign(report.time(), Sign.Phase.RECOVERING, health.text()))
                        .orElseGet(() -> sign(report)));
    }

    private static boolean isStuck(Health health) {
        return health.condition().equals("silent") || health.condition().equals("stalled");
    }

    private static Sign sign(TaskReport report) {
        return switch (report.phase()) {
            case LOADING -> new Sign(report.time(), Sign.Phase.LOADING, "");
            case CHANGES -> new Sign(report.time(), Sign.Phase.APPLYING, "");
            case COMPLETED -> new Sign(report.time(), Sign.Phase.COMPLETED, "");
            case RECOVERING -> new Sign(report.time(), Sign.Phase.RECOVERING, report.reason());
            // The last words of an earlier run: the one that Connect runs now has not spoken yet.
            case STARTING, FAILED, STOPPED -> new Sign(report.time(), Sign.Phase.STARTING, "");
        };
    }
}
