package dev.caudal.server.definition;

import dev.caudal.server.definition.Refusal.Reason;
import java.util.Locale;

/** Why something is not done, as a word for programs that never changes. The reference of errors is made of these. */
@SuppressWarnings("MissingJavadoc")
public enum ProblemCode {
    NO_JSON(Reason.MALFORMED, "The body is no JSON."),
    NO_BODY(Reason.MALFORMED, "The request has no body, and needs one."),
    NO_OBJECT(Reason.MALFORMED, "The body is JSON, and no object."),
    NO_DEFINITIONS(Reason.MALFORMED, "The file that is applied has no endpoints and no tasks."),
    NO_VERSION(Reason.MALFORMED, "`If-Match` has no version."),
    SIGN_IN_NEEDED(Reason.UNKNOWN_CALLER, "Name and password are missing or wrong, or the session is over."),
    ROLE_NEEDED(
            Reason.FORBIDDEN, "The caller's role does not permit it; `x-role` of the operation has the one that does."),
    OTHER_ORIGIN(Reason.FORBIDDEN, "The request comes from a page of another site."),
    NOT_LOCAL(Reason.FORBIDDEN, "`Host` or `Origin` is of another machine, at the address that serves this one only."),
    ADDRESS_FORBIDDEN(Reason.FORBIDDEN, "The platform does not connect to such a host on behalf of others."),
    INTERNAL_TOPIC(Reason.FORBIDDEN, "The topic is one that Kafka or the platform cannot be without."),
    NO_SUCH_PATH(Reason.NOT_FOUND, "Nothing has this path."),
    ENDPOINT_NOT_FOUND(Reason.NOT_FOUND, "There is no such endpoint."),
    TASK_NOT_FOUND(Reason.NOT_FOUND, "There is no such task."),
    NO_SUCH_BACKUP(Reason.NOT_FOUND, "There is no such backup."),
    NO_SUCH_BUCKET(Reason.NOT_FOUND, "There is no such bucket."),
    NO_SUCH_CLUSTER(Reason.NOT_FOUND, "There is no such Kafka cluster."),
    NO_SUCH_CONNECTOR(Reason.NOT_FOUND, "Kafka Connect has no such connector."),
    NO_SUCH_JOB(Reason.NOT_FOUND, "There is no such job; the last ones are kept."),
    NO_SUCH_PARTITION(Reason.NOT_FOUND, "The topic has no such partition."),
    NO_SUCH_TOPIC(Reason.NOT_FOUND, "The cluster has no such topic."),
    NO_SUCH_METHOD(Reason.NO_METHOD, "The path has no such method."),
    NAME_TAKEN(Reason.CONFLICT, "There is one of that name already."),
    IN_USE(Reason.CONFLICT, "It is used by others, which `detail` names."),
    WRONG_STATE(Reason.CONFLICT, "The task is in a state that does not permit this; `current` has it."),
    TASK_BUSY(Reason.CONFLICT, "Another request is changing the task at this moment."),
    NOT_MANAGED(Reason.CONFLICT, "The task was made by Kafka Connect's own API and has no definition."),
    IS_TASK(Reason.CONFLICT, "The connector is a replication task, which has an API of its own."),
    NO_SOURCE(Reason.CONFLICT, "The task has no source yet."),
    NO_TARGET(Reason.CONFLICT, "The task has no target yet."),
    NOT_A_SOURCE(Reason.CONFLICT, "The endpoint is no source, and has no tables."),
    NO_TABLES(Reason.CONFLICT, "The task selects no table of its source."),
    NO_CHANGES(Reason.CONFLICT, "The task does not apply changes, so it has no place in the log."),
    NO_FULL_LOAD(Reason.CONFLICT, "The task has no Full Load, so it cannot load tables again."),
    TYPE_IS_FIXED(Reason.CONFLICT, "Role and type of an endpoint stay."),
    SECRET_UNREADABLE(Reason.CONFLICT, "The secret was encrypted with another key than the platform has."),
    NO_CLUSTERS(Reason.CONFLICT, "The platform was started without clusters."),
    NO_BROKERS(Reason.CONFLICT, "The cluster has no brokers to ask now."),
    CLUSTER_CONFLICT(Reason.CONFLICT, "The cluster is in a state that does not permit this, or its name is taken."),
    NO_OBJECT_STORE(Reason.CONFLICT, "The platform was started without an object store."),
    BACKUP_DAMAGED(Reason.CONFLICT, "The backup is not whole."),
    RESTORE_CONFLICT(
            Reason.CONFLICT, "The target of the restore has other records already, or another restore writes there."),
    RESTORE_REFUSED(Reason.CONFLICT, "The restore cannot be done as it was asked for."),
    DRILL_RUNS(Reason.CONFLICT, "A recovery drill runs already."),
    TOO_MANY_JOBS(Reason.CONFLICT, "So many jobs run that no more are begun."),
    VERSION_CONFLICT(Reason.STALE, "Somebody has changed it since; `current` and `difference` show what."),
    INVALID_FIELD(Reason.INVALID, "A value is wrong; `field` has which."),
    INVALID_NAME(Reason.INVALID, "The name cannot be one."),
    NAMED_TWICE(Reason.INVALID, "What is saved together names one thing twice."),
    UNKNOWN_NAME(Reason.INVALID, "It names something that is not there, as a task its endpoint; `field` has where."),
    SETTINGS_REFUSED(Reason.INVALID, "Kafka Connect refuses the settings of the task."),
    CLUSTER_REFUSED(Reason.INVALID, "The cluster cannot be as it was asked for."),
    VERSION_REQUIRED(Reason.NO_VERSION, "The request does not say which version it was made of: `If-Match`."),
    TOO_MANY_PASSWORDS(Reason.TOO_MANY, "Too many wrong passwords were tried."),
    UNFORESEEN(Reason.FAILED, "The platform has an error; its log says more."),
    SOURCE_UNREACHABLE(Reason.BAD_SOURCE, "The source does not answer, or does not let the user in."),
    SOURCE_FAILED(Reason.BAD_SOURCE, "The source answers with an error."),
    BROKERS_REFUSE(Reason.BAD_SOURCE, "The cluster's brokers answer with an error."),
    MSK_NOT_ASKED(Reason.BAD_SOURCE, "Amazon MSK does not tell the brokers of the cluster."),
    MSK_SECURITY(Reason.BAD_SOURCE, "The cluster of Amazon MSK has no brokers for that security."),
    NO_AWS_CREDENTIALS(Reason.BAD_SOURCE, "The platform's process has no credentials of AWS."),
    BROKERS_SILENT(Reason.UNAVAILABLE, "The cluster's brokers do not answer in time."),
    CLUSTER_UNAVAILABLE(Reason.UNAVAILABLE, "The API of clusters cannot do it at present."),
    CONNECT_FAILED(Reason.UNAVAILABLE, "Kafka Connect could not change the task."),
    DATABASE_NOT_FETCHED(Reason.UNAVAILABLE, "The programs of MariaDB could not be fetched."),
    DATABASE_NOT_STARTED(Reason.UNAVAILABLE, "The database `world` did not start."),
    DRILL_FAILED(Reason.UNAVAILABLE, "The recovery drill ended without a result."),
    FENCED(Reason.UNAVAILABLE, "Another platform writes the definitions now."),
    INTERRUPTED(Reason.UNAVAILABLE, "The platform is being stopped."),
    KAFKA_UNAVAILABLE(Reason.UNAVAILABLE, "Kafka did not take the change."),
    NO_REST_PROXY(Reason.UNAVAILABLE, "The platform runs without a REST proxy."),
    PLATFORM_ENDED(Reason.UNAVAILABLE, "The platform ended while the job ran; only in jobs."),
    REST_PROXY_SILENT(Reason.UNAVAILABLE, "The REST proxy does not answer."),
    STORE_FAILED(Reason.UNAVAILABLE, "The object store does not answer, or answers with an error."),
    TARGET_UNAVAILABLE(Reason.UNAVAILABLE, "The topic cannot be read at present."),
    TASK_DOES_NOT_STOP(Reason.UNAVAILABLE, "The task still works after it was told to stop."),
    TOO_MANY_READERS(Reason.UNAVAILABLE, "So many requests read topics that no more are served at once."),
    TOO_MANY_STREAMS(Reason.UNAVAILABLE, "So many streams of events are open that no more are.");

    private final Reason reason;
    private final String meaning;

    ProblemCode(Reason reason, String meaning) {
        this.reason = reason;
        this.meaning = meaning;
    }

    /**
     * What sort of reason it is.
     *
     * @return decides how it is answered
     */
    public Reason reason() {
        return reason;
    }

    /**
     * When it is answered.
     *
     * @return a sentence in Markdown
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The word.
     *
     * @return small letters and hyphens, for example {@code name-taken}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
