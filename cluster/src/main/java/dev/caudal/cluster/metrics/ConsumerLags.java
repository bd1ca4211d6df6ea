package dev.caudal.cluster.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The lags of a cluster's groups by MSK's rules: of those that are stable or empty, have a position, and have no colon in
 * their names. For one thread.
 */
final class ConsumerLags {
    private static final int PATIENCE_SECONDS = 15;

    private final Map<TopicPartition, Ends> ends = new HashMap<>();

    List<GroupLag> look(Admin admin, Instant now) throws ExecutionException, TimeoutException, InterruptedException {
        var groups = await(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .filter(group -> !group.groupId().contains(":"))
                .filter(group -> group.groupState()
                        .filter(state -> state == GroupState.STABLE || state == GroupState.EMPTY)
                        .isPresent())
                .map(group -> group.groupId())
                .toList();
        if (groups.isEmpty()) {
            ends.clear();
            return List.of();
        }
        var positions = await(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                .all());
        remember(admin, positions, now);
        var coordinators = await(admin.describeConsumerGroups(groups).all());
        var lags = new ArrayList<GroupLag>();
        positions.forEach((group, all) -> all.forEach((partition, position) -> {
            var end = ends.get(partition);
            var described = coordinators.get(group);
            if (position != null && end != null && described != null) {
                lags.add(new GroupLag(
                        group,
                        described.coordinator().id(),
                        partition.topic(),
                        partition.partition(),
                        Math.max(0, end.latest() - position.offset()),
                        end.age(position.offset(), now)));
            }
        }));
        return lags;
    }

    private void remember(Admin admin, Map<String, Map<TopicPartition, OffsetAndMetadata>> positions, Instant now)
            throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = positions.values().stream()
                .flatMap(all -> all.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        ends.keySet().retainAll(partitions.keySet());
        var found = admin.listOffsets(partitions);
        for (var partition : partitions.keySet()) {
            try {
                long end = await(found.partitionResult(partition)).offset();
                ends.computeIfAbsent(partition, each -> new Ends()).add(end, now);
            } catch (ExecutionException e) {
                // A topic that was deleted, or has no leader now: its lag is not known.
                ends.remove(partition);
            }
        }
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
