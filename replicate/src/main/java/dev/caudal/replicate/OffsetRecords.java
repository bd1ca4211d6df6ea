package dev.caudal.replicate;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.json.JsonConverter;

/**
 * Positions as records of Connect's offsets topic: the key is {@code ["<connector>",{<partition>}]}, the value
 * {@code {<offset>}}, both by Connect's own JSON converter, in the partition where Connect's own producer would put them
 * (source: {@code OffsetStorageWriter} and {@code KafkaOffsetBackingStore} of Kafka Connect).
 */
final class OffsetRecords {

    private final String topic;
    private final int partitions;
    private final String connector;
    private final JsonConverter keys = converter(true);
    private final JsonConverter values = converter(false);

    OffsetRecords(String topic, int partitions, String connector) {
        this.topic = topic;
        this.partitions = partitions;
        this.connector = connector;
    }

    private static JsonConverter converter(boolean key) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false"), key);
        return converter;
    }

    ProducerRecord<byte[], byte[]> record(Map<String, String> partition, Map<String, Object> offset) {
        byte[] key = keys.fromConnectData(topic, null, List.of(connector, partition));
        byte[] value = values.fromConnectData(topic, null, offset);
        return new ProducerRecord<>(topic, Utils.toPositive(Utils.murmur2(key)) % partitions, key, value);
    }
}
