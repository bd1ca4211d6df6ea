package dev.caudal.rest;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.BrokerNotAvailableException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicaAssignmentException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TopicDeletionDisabledException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Kafka's errors as answers: the first row whose type fits decides, subtypes stand before their supertypes. */
final class KafkaErrors {
    private record Row(Class<? extends Throwable> type, int status, int code, String prefix) {}

    private static final List<Row> TABLE = List.of(
            new Row(AuthenticationException.class, 401, 40101, ""),
            new Row(AuthorizationException.class, 403, 40301, ""),
            new Row(InvalidReplicationFactorException.class, 400, 40002, ""),
            new Row(InvalidPartitionsException.class, 400, 40002, ""),
            new Row(InvalidReplicaAssignmentException.class, 400, 40002, ""),
            new Row(InvalidRequestException.class, 400, 40002, ""),
            new Row(PolicyViolationException.class, 400, 40002, ""),
            new Row(TopicExistsException.class, 400, 40002, ""),
            new Row(InvalidConfigurationException.class, 400, 40002, ""),
            new Row(UnknownServerException.class, 400, 40002, ""),
            new Row(SecurityDisabledException.class, 400, 40002, ""),
            new Row(UnsupportedVersionException.class, 400, 40002, ""),
            new Row(TopicDeletionDisabledException.class, 400, 40002, ""),
            new Row(InvalidTopicException.class, 400, 40002, ""),
            new Row(RecordTooLargeException.class, 413, 413, ""),
            new Row(ThrottlingQuotaExceededException.class, 429, 42901, ""),
            new Row(UnknownTopicOrPartitionException.class, 404, 40403, ""),
            new Row(SerializationException.class, 408, 40801, ""),
            new Row(BrokerNotAvailableException.class, 503, 50302, ""),
            new Row(RetriableException.class, 500, 50003, "Kafka error: "),
            new Row(KafkaException.class, 500, 50002, "Kafka error: "));

    private KafkaErrors() {}

    /** The answer to an error of a Kafka client; an error of no known kind is an internal one. */
    static RestError of(Throwable error) {
        var cause = cause(error);
        if (cause instanceof RestError answer) {
            return answer;
        }
        return TABLE.stream()
                .filter(row -> row.type().isInstance(cause))
                .findFirst()
                .map(row -> new RestError(row.status(), row.code(), row.prefix() + cause.getMessage()))
                .orElseGet(() -> new RestError(500, 500, "Internal Server Error"));
    }

    /** What is inside the wrappings of futures. */
    static Throwable cause(Throwable error) {
        var inner = error;
        while ((inner instanceof ExecutionException || inner instanceof CompletionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
