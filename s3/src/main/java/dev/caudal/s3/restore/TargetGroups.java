package dev.caudal.s3.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;

/** Puts the consumer groups to their places. */
final class TargetGroups {
    private final Target target;
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> unplaced = new HashSet<>();

    TargetGroups(Target target) {
        this.target = target;
    }

    /**
     * Commits the places of groups, but for partitions in which a group has a place already: it has read on since, or is
     * another group of that name.
     */
    void apply(List<GroupPlace> places) {
        places.stream()
                .collect(Collectors.groupingBy(GroupPlace::group, TreeMap::new, Collectors.toList()))
                .forEach(this::apply);
    }

    /** What was left as it is, in sentences. */
    List<String> warnings() {
        return warnings;
    }

    /** The topics of groups that the cluster did not let be moved, so that it has to be tried again. */
    Set<String> unplaced() {
        return unplaced;
    }

    private void apply(String group, List<GroupPlace> places) {
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
                    warnings.add("Group %s was already at offset %d of %s and stays there; by the backup it is %d."
                            .formatted(group, found.offset(), partition, place.to()));
                }
            }
            if (!missing.isEmpty()) {
                target.await(
                        target.admin().alterConsumerGroupOffsets(group, missing).all());
            }
        } catch (ApiException e) {
            warnings.add("Group %s could not be put to its place: %s Stop its consumers and run the restore again."
                    .formatted(group, e.getMessage()));
            places.forEach(place -> unplaced.add(place.topic()));
        }
    }
}
