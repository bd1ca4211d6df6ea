package dev.caudal.server.endpoint;

import java.util.List;

/**
 * What the test of an endpoint found.
 *
 * @param passed whether nothing failed
 * @param checks in their order
 */
public record TestReport(boolean passed, List<Check> checks) {
    /** Copies the list. */
    public TestReport {
        checks = List.copyOf(checks);
    }
}
