package dev.caudal.s3.restore;

import dev.caudal.core.Count;
import dev.caudal.s3.archive.RestoreState;
import dev.caudal.s3.archive.RestoreState.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the topics of a plan, or finds those of an earlier run; what is there and is not ours is not touched. */
final class TopicPreparation {
    private static final int USUAL_REPLICAS = 3;

    private final TargetTopics topics;
    private final Lease lease;
    private final RestoreSettings settings;
    private final List<String> warnings = new ArrayList<>();

    TopicPreparation(TargetTopics topics, Lease lease, RestoreSettings settings) {
        this.topics = topics;
        this.lease = lease;
        this.settings = settings;
    }

    /** Returns those topics into which records are still to be sent. */
    List<TopicPlan> prepare(List<TopicPlan> plans) throws InterruptedException {
        var present = topics.ids(plans.stream().map(TopicPlan::topic).toList());
        // Everything that stands in the way is said before anything is created.
        for (var plan : plans) {
            check(plan, Optional.ofNullable(present.get(plan.topic())));
        }
        var unfinished = new ArrayList<TopicPlan>();
        for (var plan : plans) {
            if (prepare(plan, Optional.ofNullable(present.get(plan.topic()))) == Phase.SENDING) {
                unfinished.add(plan);
            }
        }
        return unfinished;
    }

    /** What a person should know. */
    List<String> warnings() {
        return warnings;
    }

    private void check(TopicPlan plan, Optional<String> id) throws InterruptedException {
        if (id.isEmpty()) {
            return;
        }
        int partitions = topics.partitions(plan.topic());
        boolean fits = plan.manifest().isPresent()
                ? partitions == plan.partitions().size()
                : partitions >= plan.partitions().size();
        if (!fits) {
            throw conflict(
                    plan,
                    "has %s there, and the backup %d"
                            .formatted(
                                    Count.of(partitions, "partition"),
                                    plan.partitions().size()));
        }
        var mine = mine(plan, id);
        if (mine.isPresent() && mine.get().until() != settings.until()) {
            throw conflict(plan, "was restored up to another time");
        }
        if (mine.isEmpty() && !topics.isEmpty(plan)) {
            throw conflict(plan, "exists and is not empty");
        }
    }

    private Phase prepare(TopicPlan plan, Optional<String> id) throws InterruptedException {
        var mine = mine(plan, id);
        if (mine.isPresent() && mine.get().phase() != Phase.SENDING) {
            return mine.get().phase();
        }
        if (mine.isEmpty()) {
            Map<String, String> own = id.isPresent() ? topics.own(plan.topic()) : Map.of();
            if (id.isEmpty()) {
                topics.create(plan, replicas(plan));
            }
            boolean empty = topics.isEmpty(plan);
            if (!empty) {
                throw conflict(plan, "was written to before the restore began");
            }
            var wanted = plan.manifest().map(manifest -> manifest.settings()).orElse(own);
            var made = topics.ids(List.of(plan.topic())).getOrDefault(plan.topic(), "");
            lease.change(state ->
                    state.with(plan.topic(), new RestoreState.Topic(made, settings.until(), wanted, Phase.SENDING)));
        }
        topics.quarantine(plan.topic());
        return Phase.SENDING;
    }

    /** The topic as an earlier run left it, if it is still the same. */
    private Optional<RestoreState.Topic> mine(TopicPlan plan, Optional<String> id) {
        return Optional.ofNullable(lease.state().topics().get(plan.topic()))
                .filter(topic -> id.filter(topic.id()::equals).isPresent());
    }

    private int replicas(TopicPlan plan) {
        int brokers = topics.brokers();
        int wanted = settings.replicas()
                .orElseGet(() -> plan.manifest()
                        .map(manifest -> manifest.replicationFactor())
                        .orElse(Math.min(USUAL_REPLICAS, brokers)));
        if (wanted > brokers && settings.replicas().isEmpty()) {
            warnings.add("%s had %s; the new cluster has %s, so it gets %d."
                    .formatted(plan.topic(), Count.of(wanted, "replica"), Count.of(brokers, "broker"), brokers));
            return brokers;
        }
        return wanted;
    }

    private static RestoreException conflict(TopicPlan plan, String reason) {
        return RestoreException.conflict(
                "Topic %s %s. Delete it in the new cluster, or leave it out with --topics, and run the restore again."
                        .formatted(plan.topic(), reason));
    }
}
