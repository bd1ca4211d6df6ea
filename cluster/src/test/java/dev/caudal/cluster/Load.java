package dev.caudal.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that sends without end, and notes what was acknowledged. */
final class Load implements AutoCloseable {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastAck = new AtomicLong(System.nanoTime());
    private final AtomicLong longestGap = new AtomicLong();
    private final KafkaProducer<String, String> producer;
    private final Thread thread;
    private volatile boolean ended;

    Load(String bootstrap, String topic) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer());
        thread = new Thread(() -> send(topic), "load");
        thread.start();
    }

    private void send(String topic) {
        for (int i = 0; !ended; i++) {
            var value = Integer.toString(i);
            var unused = producer.send(new ProducerRecord<>(topic, value), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.add(value);
                    long now = System.nanoTime();
                    longestGap.accumulateAndGet(now - lastAck.getAndSet(now), Math::max);
                }
            });
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Waits until so many more were acknowledged. */
    void awaitMore(int count) {
        int wanted = acknowledged.size() + count;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (acknowledged.size() < wanted) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Only %d of %d were acknowledged.".formatted(acknowledged.size(), wanted));
            }
            TestPlane.pause();
        }
    }

    /** Ends it; all that was acknowledged. */
    Set<String> end() throws InterruptedException {
        ended = true;
        thread.join();
        producer.flush();
        System.out.printf(
                "%d records acknowledged, the longest gap was %d ms%n",
                acknowledged.size(), Duration.ofNanos(longestGap.get()).toMillis());
        return acknowledged;
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        producer.close(Duration.ofSeconds(10));
    }
}
