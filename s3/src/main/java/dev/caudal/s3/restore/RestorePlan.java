package dev.caudal.s3.restore;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be restored. Making it reads every commit, so it finds those that are missing or altered.
 *
 * @param source what the lost cluster is called in the bucket
 * @param topics the topics, sorted by name
 * @param groups where the consumer groups go on
 * @param groupsTime when they were there, in milliseconds; -1 if it is not known
 * @param warnings what a person should know
 */
record RestorePlan(
        String source, List<TopicPlan> topics, List<GroupPlace> groups, long groupsTime, List<String> warnings) {
    static RestorePlan of(Backup backup, RestoreSettings settings) throws IOException {
        var warnings = new ArrayList<String>();
        var topics = new ArrayList<TopicPlan>();
        for (var topic : backup.topics()) {
            if (settings.topics().matcher(topic).matches()) {
                topics.add(topic(backup, topic, settings.until(), warnings));
            }
        }
        if (topics.isEmpty()) {
            var there = backup.topics();
            throw new RestoreException(
                    there.isEmpty()
                            ? "The bucket has no backup. 'caudal backup list' shows what a bucket has."
                            : "The backup of %s has no topic that matches '%s'. It has: %s."
                                    .formatted(backup.cluster(), settings.topics(), String.join(", ", there)));
        }
        if (!settings.groups()) {
            return new RestorePlan(backup.cluster(), topics, List.of(), -1, warnings);
        }
        var offsets = backup.groups(settings.until());
        if (offsets.isEmpty()) {
            warnings.add("The bucket has no offsets of consumer groups: consumers begin where auto.offset.reset says.");
            return new RestorePlan(backup.cluster(), topics, List.of(), -1, warnings);
        }
        if (offsets.get().time() > settings.until()) {
            warnings.add(
                    "The oldest offsets of consumer groups are of %s, which is later: groups that had read on begin at the end."
                            .formatted(Instant.ofEpochMilli(offsets.get().time())));
        }
        var places = new GroupPlan(topics).places(offsets.get());
        places.stream().filter(place -> place.beyond() > 1).forEach(place -> warnings.add(beyond(place)));
        return new RestorePlan(backup.cluster(), topics, places, offsets.get().time(), warnings);
    }

    private static TopicPlan topic(Backup backup, String topic, long until, List<String> warnings) throws IOException {
        var partitions = new ArrayList<PartitionPlan>();
        for (var partition : backup.partitions(topic)) {
            partitions.add(PartitionPlan.of(new TopicPartition(topic, partitions.size()), partition, until));
        }
        var plan = new TopicPlan(topic, backup.manifest(topic), List.copyOf(partitions));
        if (plan.manifest().isEmpty()) {
            warnings.add(
                    "Of %s neither settings nor the number of partitions are known; it gets %d, as seen in the bucket."
                            .formatted(topic, partitions.size()));
        }
        switch (plan.fidelity()) {
            case EXACT -> {}
            case SEMANTIC ->
                warnings.add(
                        "Keys, headers or values of %s were written by a converter: their bytes may differ from the original."
                                .formatted(topic));
            case LOSSY ->
                warnings.add(
                        "Of %s only the values are known for sure: records may lack keys, headers and timestamps, and numbers may have lost digits."
                                .formatted(topic));
        }
        return plan;
    }

    /** One offset may be the marker that ends a transaction, and is not worth a word. */
    private static String beyond(GroupPlace place) {
        return "Group %s was %d offsets beyond the backup's end of %s-%d: so many records or transaction markers are lost; it goes on at the end."
                .formatted(place.group(), place.beyond(), place.topic(), place.partition());
    }

    /** As it is to be shown. */
    RestoreReport report(String target, long sent, double seconds, List<String> more) {
        var all = new ArrayList<>(warnings);
        all.addAll(more);
        return new RestoreReport(
                source,
                target,
                topics.stream().map(RestoreReport.Topic::of).toList(),
                groups,
                groupsTime,
                sent,
                seconds,
                all);
    }
}
