package dev.caudal.mysql;

/**
 * What a task does about statements that define its tables.
 *
 * @param alter about a change of the structure
 * @param truncate about rows that go without a trace in the log
 * @param drop about a table that goes
 * @param rename about a table that gets another name, or whose name another one gets
 */
public record DdlPolicies(DdlPolicy alter, DdlPolicy truncate, DdlPolicy drop, DdlPolicy rename) {

    /** The task goes on. */
    public static final DdlPolicies APPLY =
            new DdlPolicies(DdlPolicy.APPLY, DdlPolicy.APPLY, DdlPolicy.APPLY, DdlPolicy.APPLY);

    DdlPolicy of(DdlKind kind) {
        return switch (kind) {
            case ALTER -> alter;
            case TRUNCATE -> truncate;
            case DROP -> drop;
            case RENAME -> rename;
            case CREATE -> DdlPolicy.APPLY;
        };
    }
}
