package dev.caudal.cluster;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.ReassignmentInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka's errors as those of MSK's operations on topics. */
final class TopicErrors {
    private static final int PATIENCE_SECONDS = 30;

    private TopicErrors() {}

    /** Waits for an answer of the brokers. */
    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw error(409, "KafkaTimeoutException", "after %d s no answer".formatted(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiError.of(503, "ServiceUnavailableException", "Interrupted while the brokers were asked.");
        }
    }

    static ApiError of(Throwable cause) {
        var text = String.valueOf(cause.getMessage());
        if (cause instanceof TopicExistsException) {
            return error(409, "TopicExistsException", text);
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return error(404, "UnknownTopicOrPartitionException", text);
        }
        if (cause instanceof ReassignmentInProgressException) {
            return error(409, "ReassignmentInProgressException", text);
        }
        if (cause instanceof NotControllerException) {
            return error(409, "NotControllerException", text);
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return error(409, "KafkaTimeoutException", text);
        }
        if (cause instanceof RetriableException) {
            return error(409, "ClusterConnectivityException", text);
        }
        return cause instanceof ApiException
                ? error(400, "KafkaRequestException", text)
                : ApiError.of(500, "The brokers' answer is not understood: " + cause);
    }

    private static ApiError error(int status, String type, String text) {
        return ApiError.of(status, type, "Kafka: " + text);
    }
}
