package dev.caudal.cluster;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** The settings that a configuration may have: those that MSK lets be set and that Kafka still has, with values that it takes. */
final class ServerProperties {
    private static final Set<String> ALLOWED = Set.of(
            "allow.everyone.if.no.acl.found",
            "auto.create.topics.enable",
            "compression.type",
            "connections.max.idle.ms",
            "default.replication.factor",
            "delete.topic.enable",
            "group.initial.rebalance.delay.ms",
            "group.max.session.timeout.ms",
            "group.min.session.timeout.ms",
            "leader.imbalance.per.broker.percentage",
            "log.cleaner.delete.retention.ms",
            "log.cleaner.min.cleanable.ratio",
            "log.cleanup.policy",
            "log.flush.interval.messages",
            "log.flush.interval.ms",
            "log.message.timestamp.type",
            "log.retention.bytes",
            "log.retention.hours",
            "log.retention.minutes",
            "log.retention.ms",
            "log.roll.ms",
            "log.segment.bytes",
            "max.incremental.fetch.session.cache.slots",
            "message.max.bytes",
            "min.insync.replicas",
            "num.io.threads",
            "num.network.threads",
            "num.partitions",
            "num.recovery.threads.per.data.dir",
            "num.replica.fetchers",
            "offsets.retention.minutes",
            "offsets.topic.replication.factor",
            "replica.fetch.max.bytes",
            "replica.fetch.response.max.bytes",
            "replica.lag.time.max.ms",
            "replica.selector.class",
            "socket.receive.buffer.bytes",
            "socket.request.max.bytes",
            "socket.send.buffer.bytes",
            "transaction.max.timeout.ms",
            "transaction.state.log.min.isr",
            "transaction.state.log.replication.factor",
            "transactional.id.expiration.ms",
            "unclean.leader.election.enable");

    private static final String SELECTOR = "org.apache.kafka.common.replica.RackAwareReplicaSelector";

    private ServerProperties() {}

    /** Names and values of a file of properties. */
    static Map<String, String> parse(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw ApiError.badRequest("serverProperties", "These are no properties: " + e.getMessage());
        }
        var all = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(name -> all.put(name, properties.getProperty(name).strip()));
        all.forEach(ServerProperties::check);
        for (var value : AbstractKafkaConfig.CONFIG_DEF.validate(all)) {
            if (all.containsKey(value.name()) && !value.errorMessages().isEmpty()) {
                throw ApiError.badRequest("serverProperties", String.join(" ", value.errorMessages()));
            }
        }
        return all;
    }

    private static void check(String name, String value) {
        if (!ALLOWED.contains(name)) {
            throw ApiError.badRequest(
                    "serverProperties",
                    "The property %s cannot be set by a configuration: MSK sets it itself, or Kafka %s does not have it."
                            .formatted(name, CreateRequest.KAFKA));
        }
        // The values come into a file of lines.
        if (value.chars().anyMatch(sign -> sign < ' ' || sign == '\\')) {
            throw ApiError.badRequest(
                    "serverProperties", "The value of %s has a control character or a backslash.".formatted(name));
        }
        if (name.equals("replica.selector.class") && !value.equals(SELECTOR)) {
            throw ApiError.badRequest(
                    "serverProperties", "%s can be %s only, not %s.".formatted(name, SELECTOR, value));
        }
    }
}
