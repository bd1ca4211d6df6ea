package dev.caudal.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * All that is kept of a cluster: what was asked for, what it is made of, and what is being done with it. A platform that
 * was killed goes on from here.
 *
 * @param arn its ARN
 * @param spec what it was asked to be
 * @param tags names and values
 * @param created when
 * @param version of this definition, as clients know it
 * @param state what is being done; {@code HEALING} is no part of it
 * @param reason why it failed, if it did
 * @param kafkaId the id of the Kafka cluster
 * @param controllers how many of the first brokers are controllers, too; never changes
 * @param nodes its brokers, numbered from 1
 * @param operations the last ones, the newest at the end
 * @param secrets the ARNs of the secrets of its users
 */
record Definition(
        ClusterArn arn,
        ClusterSpec spec,
        Map<String, String> tags,
        Instant created,
        CurrentVersion version,
        ClusterState state,
        Optional<String> reason,
        String kafkaId,
        int controllers,
        List<Node> nodes,
        List<Operation> operations,
        List<String> secrets) {
    private static final int KEPT_OPERATIONS = 50;

    Definition {
        tags = Map.copyOf(tags);
        nodes = List.copyOf(nodes);
        operations = List.copyOf(operations);
        secrets = List.copyOf(secrets);
    }

    /** The operation that is under way. */
    Optional<Operation> open() {
        return operations.stream().filter(each -> each.ended().isEmpty()).findFirst();
    }

    /** How many zones it spans. */
    int zones() {
        return spec.subnets().size();
    }

    /** A change begins. */
    Definition begin(Operation operation) {
        return with(operation.change().meanwhile(), Optional.empty(), version, nodes, appended(operation));
    }

    /** The change under way is over; the version moves on only when it succeeded. */
    Definition end(Instant now, Optional<String> failure, RandomGenerator random) {
        var all = operations.stream()
                .map(each -> each.ended().isEmpty() ? each.end(now, failure) : each)
                .toList();
        var next = failure.isPresent() ? version : CurrentVersion.fresh(random);
        return with(ClusterState.ACTIVE, Optional.empty(), next, nodes, all);
    }

    /** Its creation succeeded, or its delete has begun. */
    Definition in(ClusterState next) {
        return with(next, Optional.empty(), version, nodes, operations);
    }

    Definition failed(String why) {
        return with(ClusterState.FAILED, Optional.of(why), version, nodes, operations);
    }

    Definition withMore(List<Node> more) {
        var all = new ArrayList<>(nodes);
        all.addAll(more);
        return with(state, reason, version, all, operations);
    }

    Definition without(Predicate<Node> removed) {
        return with(
                state, reason, version, nodes.stream().filter(removed.negate()).toList(), operations);
    }

    Definition tagged(Map<String, String> all) {
        return new Definition(
                arn, spec, all, created, version, state, reason, kafkaId, controllers, nodes, operations, secrets);
    }

    /** What it shall be from now on. */
    Definition specified(ClusterSpec next) {
        return new Definition(
                arn, next, tags, created, version, state, reason, kafkaId, controllers, nodes, operations, secrets);
    }

    /** One more user. */
    Definition withSecret(String secret) {
        var all = new TreeSet<>(secrets);
        all.add(secret);
        return withSecrets(List.copyOf(all));
    }

    /** One user less. */
    Definition withoutSecret(String secret) {
        return withSecrets(secrets.stream().filter(each -> !each.equals(secret)).toList());
    }

    private Definition withSecrets(List<String> all) {
        return new Definition(
                arn, spec, tags, created, version, state, reason, kafkaId, controllers, nodes, operations, all);
    }

    private List<Operation> appended(Operation operation) {
        var all = new ArrayList<>(operations);
        all.add(operation);
        return all.subList(Math.max(0, all.size() - KEPT_OPERATIONS), all.size());
    }

    private Definition with(
            ClusterState newState,
            Optional<String> newReason,
            CurrentVersion newVersion,
            List<Node> newNodes,
            List<Operation> newOperations) {
        return new Definition(
                arn,
                spec,
                tags,
                created,
                newVersion,
                newState,
                newReason,
                kafkaId,
                controllers,
                newNodes,
                newOperations,
                secrets);
    }
}
