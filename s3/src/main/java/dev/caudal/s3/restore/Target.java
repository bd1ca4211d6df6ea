package dev.caudal.s3.restore;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The cluster that is restored into. */
final class Target implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** For the buffer of a socket: Kafka's defaults of 64 and 128 KB take more CPU and bound the rate from afar. */
    private static final int SIZED_BY_SYSTEM = -1;

    private final Map<String, Object> settings;
    private final Admin admin;

    /** The cluster that {@code settings} of Kafka's clients lead to. */
    Target(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
        this.admin = Admin.create(this.settings);
    }

    Admin admin() {
        return admin;
    }

    String servers() {
        return String.valueOf(settings.get("bootstrap.servers"));
    }

    /** A producer that keeps order and repeats nothing, however often it must try. */
    Producer<byte[], byte[]> producer() {
        var producer = new HashMap<>(settings);
        producer.put("acks", "all");
        producer.put("enable.idempotence", "true");
        // A batch that were given up would leave a hole before those that follow it.
        producer.put("delivery.timeout.ms", Integer.MAX_VALUE);
        producer.put("max.block.ms", Long.MAX_VALUE);
        producer.put("max.request.size", 64 * 1024 * 1024);
        producer.putIfAbsent("buffer.memory", 32L * 1024 * 1024);
        producer.putIfAbsent("batch.size", 128 * 1024);
        producer.putIfAbsent("linger.ms", 20);
        producer.putIfAbsent("send.buffer.bytes", SIZED_BY_SYSTEM);
        return new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        var consumer = new HashMap<>(settings);
        consumer.put("enable.auto.commit", "false");
        consumer.put("auto.offset.reset", "none");
        consumer.putIfAbsent("receive.buffer.bytes", SIZED_BY_SYSTEM);
        return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Waits for an answer and throws the cluster's error as it is. */
    <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new RestoreException("The cluster at %s failed: %s.".formatted(servers(), e.getCause()), e);
        } catch (TimeoutException e) {
            throw new RestoreException(
                    "No answer of the cluster at %s in %d s.".formatted(servers(), PATIENCE_SECONDS), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreException("Interrupted while waiting for the cluster.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
