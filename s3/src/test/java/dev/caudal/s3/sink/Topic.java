package dev.caudal.s3.sink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The records of one partition, as bytes; offsets may have gaps. */
final class Topic {
    private final TopicPartition partition;
    private final List<Message> messages = new ArrayList<>();
    private long end;

    Topic(String name) {
        this.partition = new TopicPartition(name, 0);
    }

    /** A message of it. */
    record Message(
            long offset,
            long timestamp,
            String key,
            @Nullable String value) {}

    TopicPartition partition() {
        return partition;
    }

    List<Message> messages() {
        return messages;
    }

    long end() {
        return end;
    }

    /** What a transaction's marker does. */
    void skipOffset() {
        end++;
    }

    Topic add(long timestamp, @Nullable String value) {
        messages.add(new Message(end, timestamp, "\"k" + end + "\"", value));
        end++;
        return this;
    }

    /** Some messages from an offset on, read by the raw converter. */
    List<SinkRecord> read(long from, int most) {
        RawJsonConverter converter = new RawJsonConverter();
        converter.configure(java.util.Map.of(), false);
        int first = 0;
        while (first < messages.size() && messages.get(first).offset() < from) {
            first++;
        }
        return messages.subList(first, Math.min(messages.size(), first + most)).stream()
                .map(message -> record(converter, message))
                .toList();
    }

    private SinkRecord record(RawJsonConverter converter, Message message) {
        SchemaAndValue key = converter.toConnectData(partition.topic(), bytes(message.key()));
        String text = message.value();
        SchemaAndValue value = converter.toConnectData(partition.topic(), text == null ? null : bytes(text));
        return new SinkRecord(
                partition.topic(),
                partition.partition(),
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                message.offset(),
                message.timestamp(),
                TimestampType.CREATE_TIME,
                new ConnectHeaders().addBytes("h", bytes("v" + message.offset())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
