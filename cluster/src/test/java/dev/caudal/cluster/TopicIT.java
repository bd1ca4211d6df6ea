package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.KafkaException;
import software.amazon.awssdk.services.kafka.model.KafkaRequestException;
import software.amazon.awssdk.services.kafka.model.NotFoundException;
import software.amazon.awssdk.services.kafka.model.TopicExistsException;
import software.amazon.awssdk.services.kafka.model.UnknownTopicOrPartitionException;

/** MSK's operations on topics, by Amazon's SDK. */
class TopicIT {
    @TempDir
    private Path root;

    @Test
    void a_topic_is_created_listed_described_changed_and_deleted() {
        try (var plane = new TestPlane(root)) {
            var arn = plane.create(TestPlane.request("topics", 2));
            var msk = plane.client();
            var retention = Base64.getEncoder().encodeToString("retention.ms=60000\n".getBytes(StandardCharsets.UTF_8));

            var created = msk.createTopic(request -> request.clusterArn(arn)
                    .topicName("orders")
                    .partitionCount(2)
                    .replicationFactor(2)
                    .configs(retention));
            assertThat(created.topicArn()).isEqualTo(arn.replace(":cluster/", ":topic/") + "/orders");
            msk.createTopic(request -> request.clusterArn(arn)
                    .topicName("others")
                    .partitionCount(1)
                    .replicationFactor(1));

            eventually(() -> assertThat(msk.listTopicsPaginator(
                                    request -> request.clusterArn(arn).maxResults(1))
                            .topics())
                    .extracting(topic -> topic.topicName())
                    .containsExactly("orders", "others"));
            eventually(() -> assertThat(
                            msk.listTopics(request -> request.clusterArn(arn).topicNameFilter("ord"))
                                    .topics())
                    .singleElement()
                    .satisfies(topic -> {
                        assertThat(topic.partitionCount()).isEqualTo(2);
                        assertThat(topic.replicationFactor()).isEqualTo(2);
                        assertThat(topic.outOfSyncReplicaCount()).isZero();
                    }));
            eventually(() -> {
                var described =
                        msk.describeTopic(request -> request.clusterArn(arn).topicName("orders"));
                assertThat(new String(Base64.getDecoder().decode(described.configs()), StandardCharsets.UTF_8))
                        .contains("retention.ms=60000");
            });

            msk.updateTopic(
                    request -> request.clusterArn(arn).topicName("orders").partitionCount(3));
            eventually(() -> assertThat(msk.describeTopicPartitions(
                                    request -> request.clusterArn(arn).topicName("orders"))
                            .partitions())
                    .hasSize(3)
                    .allSatisfy(partition -> assertThat(partition.isr()).containsExactlyInAnyOrder(1, 2)));

            assertThatThrownBy(() -> msk.createTopic(request -> request.clusterArn(arn)
                            .topicName("orders")
                            .partitionCount(1)
                            .replicationFactor(1)))
                    .isInstanceOf(TopicExistsException.class);
            assertThatThrownBy(() -> msk.createTopic(request -> request.clusterArn(arn)
                            .topicName("wide")
                            .partitionCount(1)
                            .replicationFactor(3)))
                    .isInstanceOf(KafkaRequestException.class);
            assertThatThrownBy(() -> msk.createTopic(request -> request.clusterArn(arn)
                            .topicName("none")
                            .partitionCount(0)
                            .replicationFactor(1)))
                    .isInstanceOf(BadRequestException.class);
            msk.deleteTopic(request -> request.clusterArn(arn).topicName("orders"));
            assertThatThrownBy(() ->
                            msk.describeTopic(request -> request.clusterArn(arn).topicName("nope")))
                    .hasMessageContaining("nope")
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            msk.deleteTopic(request -> request.clusterArn(arn).topicName("nope")))
                    .isInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    /** A broker may hear of a change a moment after it was answered. */
    private static void eventually(Runnable assertions) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError | KafkaException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                TestPlane.pause();
            }
        }
    }
}
