package dev.caudal.mysql;

/**
 * What a task does about what its user has to decide.
 *
 * @param dataErrors about a row that cannot be sent
 * @param ddl about statements that define tables
 * @param lobs about large values
 */
public record SourcePolicies(DataErrorPolicy dataErrors, DdlPolicies ddl, LobPolicy lobs) {

    /** Rows that cannot be sent are logged, statements are applied, large values are sent whole. */
    public static final SourcePolicies STANDARD =
            new SourcePolicies(DataErrorPolicy.LOG, DdlPolicies.APPLY, LobPolicy.FULL);
}
