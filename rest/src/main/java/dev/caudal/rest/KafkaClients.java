package dev.caudal.rest;

import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Kafka clients that act for one user: one admin client and one producer for all requests, a consumer for each
 * instance. Any thread may call it.
 *
 * <p>Producers wait a few milliseconds for company, as requests with one record each come in on many connections.
 */
final class KafkaClients implements AutoCloseable {
    private static final Map<String, String> PRODUCER = Map.of(
            "acks",
            "all",
            "linger.ms",
            "2",
            "batch.size",
            "131072",
            "buffer.memory",
            "67108864",
            DELIVERY_TIMEOUT_MS_CONFIG,
            "45000",
            "max.request.size",
            "16777216");

    private static final Map<String, String> CONSUMER = Map.of(
            "isolation.level", "read_committed",
            "session.timeout.ms", "10000",
            "heartbeat.interval.ms", "3000",
            "max.poll.records", "5000",
            "fetch.max.bytes", "8388608",
            "max.partition.fetch.bytes", "4194304",
            "partition.assignment.strategy", CooperativeStickyAssignor.class.getName());

    private final RestProxyConfig config;
    private final Map<String, String> security;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    /**
     * Clients of a user.
     *
     * @param config the cluster and the settings of all clients
     * @param security the settings by which the brokers know the user; empty: those of the configuration
     */
    KafkaClients(RestProxyConfig config, Map<String, String> security) {
        this.config = config;
        this.security = security;
        admin = Admin.create(settings(Map.of(), config.admin()));
        var settings = settings(PRODUCER, config.producer());
        settings.put(MAX_BLOCK_MS_CONFIG, "0");
        if (config.producer().containsKey(REQUEST_TIMEOUT_MS_CONFIG)) {
            // Ours might be shorter than that, which is an error.
            settings.remove(DELIVERY_TIMEOUT_MS_CONFIG, PRODUCER.get(DELIVERY_TIMEOUT_MS_CONFIG));
        }
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return admin;
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    /** A new consumer, the caller's own; it commits nothing by itself. */
    Consumer<byte[], byte[]> consumer(Map<String, String> wanted) {
        var settings = settings(CONSUMER, config.consumer());
        if ("consumer".equals(settings.get("group.protocol"))) {
            settings.remove("session.timeout.ms");
            settings.remove("heartbeat.interval.ms");
            settings.remove("partition.assignment.strategy");
        }
        settings.putAll(wanted);
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(1));
    }

    private Map<String, Object> settings(Map<String, String> usual, Map<String, String> configured) {
        var settings = new HashMap<String, Object>(usual);
        settings.putAll(configured);
        settings.putAll(security);
        settings.put("bootstrap.servers", config.bootstrapServers());
        return settings;
    }
}
