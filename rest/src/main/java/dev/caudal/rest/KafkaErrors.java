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
    private record Row(Class<? extends Throwable> type, ErrorCode code, String prefix) {}

    private static final List<Row> TABLE = List.of(
            new Row(AuthenticationException.class, ErrorCode.UNAUTHORIZED, ""),
            new Row(AuthorizationException.class, ErrorCode.FORBIDDEN, ""),
            new Row(InvalidReplicationFactorException.class, ErrorCode.REFUSED, ""),
            new Row(InvalidPartitionsException.class, ErrorCode.REFUSED, ""),
            new Row(InvalidReplicaAssignmentException.class, ErrorCode.REFUSED, ""),
            new Row(InvalidRequestException.class, ErrorCode.REFUSED, ""),
            new Row(PolicyViolationException.class, ErrorCode.REFUSED, ""),
            new Row(TopicExistsException.class, ErrorCode.REFUSED, ""),
            new Row(InvalidConfigurationException.class, ErrorCode.REFUSED, ""),
            new Row(UnknownServerException.class, ErrorCode.REFUSED, ""),
            new Row(SecurityDisabledException.class, ErrorCode.REFUSED, ""),
            new Row(UnsupportedVersionException.class, ErrorCode.REFUSED, ""),
            new Row(TopicDeletionDisabledException.class, ErrorCode.REFUSED, ""),
            new Row(InvalidTopicException.class, ErrorCode.REFUSED, ""),
            new Row(RecordTooLargeException.class, ErrorCode.TOO_LARGE, ""),
            new Row(ThrottlingQuotaExceededException.class, ErrorCode.THROTTLED, ""),
            new Row(UnknownTopicOrPartitionException.class, ErrorCode.INSTANCE_NOT_FOUND, ""),
            new Row(SerializationException.class, ErrorCode.NO_JSON_RECORD, ""),
            new Row(BrokerNotAvailableException.class, ErrorCode.UNAVAILABLE, ""),
            new Row(RetriableException.class, ErrorCode.KAFKA_FOR_NOW, "Kafka error: "),
            new Row(KafkaException.class, ErrorCode.KAFKA, "Kafka error: "));

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
                .map(row -> new RestError(row.code(), row.prefix() + cause.getMessage()))
                .orElseGet(() -> new RestError(ErrorCode.INTERNAL, "Internal Server Error"));
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
