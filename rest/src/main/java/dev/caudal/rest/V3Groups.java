package dev.caudal.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer groups of the cluster. */
final class V3Groups {
    private final V3Kafka kafka;

    V3Groups(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /** All, in the order of their names; those that end in the meantime are left out. */
    CompletionStage<List<ConsumerGroupDescription>> all() {
        var listed = kafka.admin().listGroups(kafka.inTime(ListGroupsOptions.forConsumerGroups()));
        return kafka.ask(listed.all())
                .thenCompose(groups ->
                        existing(groups.stream().map(GroupListing::groupId).toList()));
    }

    /** One; fails with 404 when there is none. */
    CompletionStage<ConsumerGroupDescription> one(String id) {
        return existing(List.of(id))
                .thenApply(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> V3Errors.notFound("Consumer group %s cannot be found.".formatted(id))));
    }

    /** A consumer of a group; fails with 404 when there is none. */
    CompletionStage<MemberDescription> consumer(String group, String consumer) {
        return one(group)
                .thenApply(found -> found.members().stream()
                        .filter(member -> member.consumerId().equals(consumer))
                        .findFirst()
                        .orElseThrow(() -> V3Errors.notFound(
                                "Consumer %s cannot be found in consumer group %s.".formatted(consumer, group))));
    }

    /** The consumers of a group, in the order of their names. */
    static List<MemberDescription> consumers(ConsumerGroupDescription group) {
        return group.members().stream()
                .sorted(Comparator.comparing(MemberDescription::consumerId))
                .toList();
    }

    private CompletionStage<List<ConsumerGroupDescription>> existing(Collection<String> ids) {
        var asked = kafka.admin()
                .describeConsumerGroups(ids, kafka.inTime(new DescribeConsumerGroupsOptions()))
                .describedGroups();
        var found = asked.values().stream()
                .map(each -> kafka.when(each, Optional::of)
                        .exceptionally(V3Groups::absent)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(done -> found.stream()
                        .flatMap(each -> each.join().stream())
                        .sorted(Comparator.comparing(ConsumerGroupDescription::groupId))
                        .toList());
    }

    private static Optional<ConsumerGroupDescription> absent(Throwable error) {
        if (KafkaErrors.cause(error) instanceof GroupIdNotFoundException) {
            return Optional.empty();
        }
        throw KafkaErrors.of(error);
    }
}
