package dev.caudal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxies of a group, which tell each other in a compacted topic that they live. A thread of its own writes and reads
 * it; any thread may ask.
 *
 * <p>All times are the broker's: one that was silent while others spoke has gone.
 */
final class Peers implements AutoCloseable {
    static final String TOPIC = "_caudal_rest_proxies";

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(10);
    private static final long SILENT_MILLIS = 12_000;

    private record Sign(Peer peer, long time) {}

    private final PeerGroup group;
    private final KafkaClients clients;
    private final Map<String, Sign> signs = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "rest-peers");
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile long newest;
    private volatile boolean closed;
    private long nextBeat = System.nanoTime();

    Peers(PeerGroup group, KafkaClients clients) {
        this.group = group;
        this.clients = clients;
        thread.setDaemon(true);
        thread.start();
    }

    Peer self() {
        return group.self();
    }

    /** Waits until it is known which others there are; not for long where Kafka is away. */
    void await() {
        try {
            if (!known.await(START.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().log("the other proxies are not known yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The others that live. */
    List<Peer> others() {
        return signs.values().stream()
                .filter(sign -> sign.time() > newest - SILENT_MILLIS)
                .map(Sign::peer)
                .filter(peer -> !peer.id().equals(group.self().id()))
                .toList();
    }

    /** Says good-bye, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        send(Optional.empty());
        clients.close();
    }

    private void run() {
        while (!closed && !createTopic()) {
            pause();
        }
        try (var consumer = clients.consumer(Map.of("auto.offset.reset", "earliest"))) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (!closed) {
                turn(consumer);
            }
        } catch (KafkaException e) {
            LOG.atError().setCause(e).log("the other proxies cannot be found any more");
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer) {
        if (System.nanoTime() - nextBeat >= 0) {
            nextBeat = System.nanoTime() + BEAT.toNanos();
            send(Optional.of(group.self().address()));
        }
        try {
            consumer.poll(Duration.ofMillis(200)).forEach(this::read);
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("problem", e.toString()).log("the other proxies cannot be found at present");
            pause();
        }
    }

    private boolean createTopic() {
        var topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));
        try {
            clients.admin().createTopics(List.of(topic)).all().get(15, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.atWarn().addKeyValue("problem", String.valueOf(e.getCause())).log(TOPIC + " cannot be created");
        } catch (TimeoutException e) {
            LOG.atWarn().log(TOPIC + " could not be created in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        return false;
    }

    private void send(Optional<URI> address) {
        var key = group.key(group.self().id()).getBytes(StandardCharsets.UTF_8);
        var value = address.map(each -> each.toString().getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        try {
            var unused = clients.producer().send(new ProducerRecord<>(TOPIC, 0, key, value));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("problem", e.toString()).log("the other proxies cannot be told of this one");
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        newest = Math.max(newest, record.timestamp());
        var key = new String(record.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(group.key(""))) {
            return;
        }
        var id = key.substring(group.key("").length());
        if (record.value() == null) {
            signs.remove(id);
            return;
        }
        var address = address(new String(record.value(), StandardCharsets.UTF_8));
        if (address.isEmpty()) {
            LOG.atWarn().addKeyValue("id", id).log("a proxy tells no address, and is passed over");
            return;
        }
        var peer = new Peer(id, address.get());
        signs.put(id, new Sign(peer, record.timestamp()));
        if (!id.equals(group.self().id())) {
            return;
        }
        if (peer.equals(group.self())) {
            known.countDown();
        } else if (known.getCount() == 0) {
            LOG.atError()
                    .addKeyValue("id", id)
                    .addKeyValue("address", peer.address())
                    .log("another proxy has this id");
        }
    }

    /** Whoever may write to the topic can write anything. */
    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text))
                    .filter(address -> address.getScheme() != null && address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
