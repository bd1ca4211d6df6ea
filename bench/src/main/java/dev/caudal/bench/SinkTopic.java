package dev.caudal.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is backed up. Its records have a short key and go to so many folders of hours in turn.
 *
 * @param kafka the broker
 * @param samples the values
 * @param name its name
 * @param folders how many hours its records are of
 */
record SinkTopic(BenchKafka kafka, SampleRecords samples, String name, int folders) {
    private static final long BEGIN = Instant.parse("2020-05-20T19:00:00Z").toEpochMilli();

    /** Creates it and sends the records. */
    TopicEnds fill(int records) throws InterruptedException {
        var topic = kafka.topic(name, S3Settings.PARTITIONS);
        topic.create();
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = new DirectClient(kafka.bootstrapServers()).producer(name)) {
            for (int i = 0; i < records; i++) {
                var unused = producer.send(record(i), (metadata, error) -> {
                    if (error != null) {
                        failure.set(error);
                    }
                });
            }
        }
        var failed = failure.get();
        if (failed != null) {
            throw new BenchFailure("A record was not taken: " + failed.getMessage(), failed);
        }
        topic.requireEnd(records);
        return topic;
    }

    private ProducerRecord<byte[], byte[]> record(int number) {
        return new ProducerRecord<>(
                name,
                number % S3Settings.PARTITIONS,
                // All records of an hour are within seconds, so that no object ends by its time.
                BEGIN + TimeUnit.HOURS.toMillis(number % folders) + number / 1000,
                Integer.toString(number).getBytes(StandardCharsets.US_ASCII),
                samples.value(number));
    }
}
