package dev.caudal.server.kafka;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Answers of brokers, and what of them is an error as a refusal. */
final class Answers {
    private static final int PATIENCE_SECONDS = 20;

    private Answers() {}

    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refusal(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw refusal(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(e);
        }
    }

    private static Refusal refusal(Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return Refusal.of(
                    ProblemCode.NO_SUCH_TOPIC, "The cluster has no such topic.", "Look at the list of topics.");
        }
        if (cause instanceof TopicExistsException) {
            return Refusal.of(ProblemCode.NAME_TAKEN, String.valueOf(cause.getMessage()), "Take another name.")
                    .at("name");
        }
        if (cause instanceof InvalidTopicException) {
            return Refusal.invalid(
                    "name", String.valueOf(cause.getMessage()), "Take letters, digits, '.', '_' and '-'.");
        }
        if (cause instanceof InvalidReplicationFactorException) {
            return Refusal.invalid("replicas", String.valueOf(cause.getMessage()), "Take 1 to the number of brokers.");
        }
        boolean late =
                cause instanceof TimeoutException || cause instanceof org.apache.kafka.common.errors.TimeoutException;
        return Refusal.of(
                late ? ProblemCode.BROKERS_SILENT : ProblemCode.BROKERS_REFUSE,
                "The cluster's brokers say: %s".formatted(cause.getMessage()),
                "Look whether the cluster is ACTIVE, and try again.");
    }
}
