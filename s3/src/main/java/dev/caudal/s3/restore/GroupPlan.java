package dev.caudal.s3.restore;

import dev.caudal.s3.archive.GroupOffsets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Translates the offsets of consumer groups. */
final class GroupPlan {
    private final Map<TopicPartition, PartitionPlan> partitions = new HashMap<>();
    private final Map<TopicPartition, Map<Long, Long>> known = new HashMap<>();

    GroupPlan(List<TopicPlan> topics) {
        topics.forEach(topic -> topic.partitions().forEach(plan -> partitions.put(plan.partition(), plan)));
    }

    /** The places in the partitions that are restored. */
    List<GroupPlace> places(GroupOffsets offsets) throws IOException {
        var places = new ArrayList<GroupPlace>();
        for (var committed : offsets.offsets()) {
            var plan = partitions.get(new TopicPartition(committed.topic(), committed.partition()));
            if (plan != null) {
                places.add(place(committed, plan));
            }
        }
        return List.copyOf(places);
    }

    private GroupPlace place(GroupOffsets.Committed committed, PartitionPlan plan) throws IOException {
        long end = plan.last().map(Segment::nextOffset).orElse(0L);
        return new GroupPlace(
                committed.group(),
                committed.topic(),
                committed.partition(),
                committed.offset(),
                translate(plan, committed.offset()),
                Math.max(0, committed.offset() - end),
                committed.metadata());
    }

    private long translate(PartitionPlan plan, long offset) throws IOException {
        var partition = known.computeIfAbsent(plan.partition(), key -> new HashMap<>());
        var found = partition.get(offset);
        if (found == null) {
            found = plan.translate(offset);
            partition.put(offset, found);
        }
        return found;
    }
}
