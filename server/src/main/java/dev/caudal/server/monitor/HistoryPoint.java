package dev.caudal.server.monitor;

import java.time.Instant;

/**
 * How a task was at one moment.
 *
 * @param time the moment
 * @param phase what it was doing
 * @param applied what was delivered until then
 * @param read what was read until then
 * @param sourceLatencyMillis see {@link TaskReport}
 * @param targetLatencyMillis see {@link TaskReport}
 */
public record HistoryPoint(
        Instant time,
        TaskPhase phase,
        OperationCounts applied,
        OperationCounts read,
        long sourceLatencyMillis,
        long targetLatencyMillis) {

    static HistoryPoint of(TaskReport report) {
        return new HistoryPoint(
                report.time(),
                report.phase(),
                report.applied(),
                report.read(),
                report.sourceLatencyMillis(),
                report.targetLatencyMillis());
    }
}
