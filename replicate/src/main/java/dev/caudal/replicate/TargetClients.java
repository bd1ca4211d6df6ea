package dev.caudal.replicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients of the target cluster. */
final class TargetClients {

    /** What delivery itself depends on and nobody may set. */
    static final List<String> FIXED = List.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.PARTITIONER_CLASS_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            "isolation.level");

    private final ReplicationConfig config;

    TargetClients(ReplicationConfig config) {
        this.config = config;
    }

    /** The producer of rows and positions. */
    KafkaProducer<byte[], byte[]> transactional() {
        Map<String, Object> properties = plainProperties(config.targetClient());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.transactionalId());
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        return producer(properties);
    }

    /** The producer of statistics and events, which never holds up a row. */
    KafkaProducer<byte[], byte[]> plain() {
        Map<String, Object> properties = plainProperties(config.reportsClient());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1 << 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 16_384);
        return producer(properties);
    }

    private Map<String, Object> plainProperties(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 10);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64 << 20);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
        properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.putAll(known(client, ProducerConfig.configNames()));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return properties;
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> properties) {
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return admin(Map.of());
    }

    /** An admin client with some settings of its own. */
    Admin admin(Map<String, Object> own) {
        Map<String, Object> properties = known(config.targetClient(), AdminClientConfig.configNames());
        properties.putAll(own);
        return Admin.create(properties);
    }

    private static Map<String, Object> known(Map<String, Object> client, Set<String> names) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.keySet().retainAll(names);
        return properties;
    }
}
