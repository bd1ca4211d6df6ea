package dev.caudal.s3.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;

/** Puts the consumer groups to their places. */
final class TargetGroups {
    private final Target target;

    TargetGroups(Target target) {
        this.target = target;
    }

    /**
     * Commits the places of groups, but for partitions in which a group has a place already: it has read on since, or is
     * another group of that name. Returns what was left, in sentences.
     */
    List<String> apply(List<GroupPlace> places) {
        var left = new ArrayList<String>();
        places.stream()
                .collect(Collectors.groupingBy(GroupPlace::group, TreeMap::new, Collectors.toList()))
                .forEach((group, ofGroup) -> apply(group, ofGroup, left));
        return left;
    }

    private void apply(String group, List<GroupPlace> places, List<String> left) {
        try {
            Map<TopicPartition, OffsetAndMetadata> present =
                    target.await(target.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            var missing = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var place : places) {
                var partition = new TopicPartition(place.topic(), place.partition());
                var found = present.get(partition);
                if (found == null) {
                    missing.put(partition, new OffsetAndMetadata(place.to(), place.metadata()));
                } else if (found.offset() != place.to()) {
                    left.add("Group %s was already at offset %d of %s and stays there; by the backup it is %d."
                            .formatted(group, found.offset(), partition, place.to()));
                }
            }
            if (!missing.isEmpty()) {
                target.await(
                        target.admin().alterConsumerGroupOffsets(group, missing).all());
            }
        } catch (ApiException e) {
            left.add("Group %s could not be put to its place: %s Stop its consumers and run the restore again."
                    .formatted(group, e.getMessage()));
        }
    }
}
