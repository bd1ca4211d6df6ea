package dev.caudal.server.monitor;

/** How far back the history of a task is shown. */
public enum HistoryWindow {
    /** A quarter of an hour, a point each second. */
    QUARTER,
    /** A day, a point each minute. */
    DAY
}
