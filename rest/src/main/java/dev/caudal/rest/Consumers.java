package dev.caudal.rest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumers that clients have made on this proxy. Any thread may use it. */
final class Consumers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Limits limits;
    private final KafkaClients clients;
    private final MemoryBudget memory;
    private final Semaphore places;
    private final Map<ConsumerName, ConsumerInstance> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rest-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * No consumers yet.
     *
     * @param places how many more there may be; others may take of them too
     */
    Consumers(Limits limits, KafkaClients clients, MemoryBudget memory, Semaphore places) {
        this.limits = limits;
        this.clients = clients;
        this.memory = memory;
        this.places = places;
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Makes a consumer; nothing is asked of the cluster yet.
     *
     * @throws RestError when the name is taken, there are too many, or Kafka does not accept the settings
     */
    void create(ConsumerName name, ConsumerSettings settings) {
        if (open.containsKey(name)) {
            throw taken();
        }
        if (!places.tryAcquire()) {
            throw RestError.busy("There are %d consumers, as many as this proxy keeps open. Delete some, or raise %s."
                    .formatted(limits.consumers(), ConfigKey.CONSUMERS_MAX));
        }
        boolean added = false;
        try {
            added = add(name, new ConsumerInstance(settings, kafkaConsumer(name, settings), memory));
        } finally {
            if (!added) {
                places.release();
            }
        }
        if (!added) {
            throw taken();
        }
        LOG.atInfo()
                .addKeyValue("group", name.group())
                .addKeyValue("consumer", name.name())
                .log("consumer opened");
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean has(ConsumerName name) {
        return open.containsKey(name);
    }

    /** The version of the API that a consumer was made with. */
    Optional<ApiVersion> version(String group, String name) {
        return Optional.ofNullable(open.get(new ConsumerName(group, name)))
                .map(instance -> instance.settings().version());
    }

    ConsumerInstance find(String group, String name) {
        var instance = open.get(new ConsumerName(group, name));
        if (instance == null) {
            throw RestError.instanceNotFound();
        }
        return instance;
    }

    /** Closes a consumer; done when it has left its group. */
    CompletionStage<Boolean> delete(String group, String name) {
        var instance = open.remove(new ConsumerName(group, name));
        if (instance == null) {
            throw RestError.instanceNotFound();
        }
        places.release();
        return instance.close(true);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        open.values().forEach(instance -> {
            var unused = instance.close(false);
        });
        long end = System.nanoTime() + CLOSING.toNanos();
        open.values().forEach(instance -> {
            boolean ended = instance.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (!ended) {
                LOG.atWarn().log("a consumer did not leave its group in time");
            }
        });
        open.clear();
    }

    private boolean add(ConsumerName name, ConsumerInstance instance) {
        instance.start(name);
        if (open.putIfAbsent(name, instance) == null) {
            return true;
        }
        var unused = instance.close(false);
        return false;
    }

    private void sweep() {
        open.forEach((name, instance) -> {
            if (instance.idle().compareTo(limits.instanceTimeout()) > 0 && open.remove(name, instance)) {
                places.release();
                LOG.atInfo()
                        .addKeyValue("group", name.group())
                        .addKeyValue("consumer", name.name())
                        .log("consumer closed, as nobody has asked for it");
                var unused = instance.close(false);
            }
        });
    }

    private Consumer<byte[], byte[]> kafkaConsumer(ConsumerName name, ConsumerSettings settings) {
        var wanted = new HashMap<>(settings.kafka());
        wanted.put("group.id", name.group());
        wanted.put("client.id", name.name());
        try {
            return clients.consumer(wanted);
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new RestError(ErrorCode.INVALID_CONSUMER, "Invalid consumer configuration: " + cause.getMessage());
        }
    }

    static RestError taken() {
        return new RestError(
                ErrorCode.NAME_TAKEN,
                "Consumer with specified consumer ID already exists in the specified consumer group.");
    }
}
