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

    /**
     * A report that passes when no check has failed.
     *
     * @param checks in their order
     * @return the report
     */
    public static TestReport of(List<Check> checks) {
        return new TestReport(checks.stream().noneMatch(check -> check.status() == Check.Status.FAILED), checks);
    }
}
