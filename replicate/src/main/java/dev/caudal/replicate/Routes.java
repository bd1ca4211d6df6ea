package dev.caudal.replicate;

import dev.caudal.core.Destination;
import dev.caudal.core.JsonBytes;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Decides topic, partition, key and headers of each message. For the thread that sends, but for {@link #refusal}, which any
 * may ask.
 */
final class Routes {

    /** Header of a row of the full load: the load number of its table, decimal. */
    static final String LOAD_HEADER = "caudal.load";

    /** Header of a message with values that are not whole: the names of their columns, as a JSON array. */
    static final String TRUNCATED_HEADER = "caudal.truncated";

    private static final int ANY = -1;

    private final PartitionStrategy strategy;
    private final Map<String, Integer> partitions;
    private final ToIntFunction<String> topics;
    private final Map<TableId, Route> routes = new HashMap<>();
    private @Nullable TableId lastTable;
    private @Nullable Route lastRoute;

    /**
     * Routes of all tables.
     *
     * @param config the task's settings
     * @param partitions by topic how many partitions it has
     * @param topics makes a topic that an expression gives, where it is missing; returns how many partitions it has
     */
    Routes(ReplicationConfig config, Map<String, Integer> partitions, ToIntFunction<String> topics) {
        this.partitions = new ConcurrentHashMap<>(partitions);
        this.topics = topics;
        strategy = config.partitionStrategy();
        for (TableId table : config.source().tables()) {
            String topic = config.topic(table);
            TableSettings own = config.table(table);
            int count = Objects.requireNonNull(partitions.get(topic));
            routes.put(
                    table,
                    new Route(
                            topic,
                            count,
                            fixed(table, topic, own, count),
                            own.shape().hasKey() ? MessageKey.PRIMARY_KEY : config.messageKey(),
                            table.toString().getBytes(StandardCharsets.UTF_8),
                            headers(table, config.messageHeaders()),
                            new HashMap<>()));
        }
    }

    /** The partition of all rows of a table, or {@link #ANY}. */
    private static int fixed(TableId table, String topic, TableSettings own, int partitions) {
        int fixed = own.partition().orElse(ANY);
        if (fixed >= partitions) {
            throw new ConnectException("Rows of " + table + " shall go to partition " + fixed + " of the topic " + topic
                    + ", which has " + partitions + ", from 0 on. Give the topic more, or change "
                    + Setting.TABLE_SETTINGS + ".");
        }
        return fixed;
    }

    private record Route(
            String topic,
            int partitions,
            int fixedPartition,
            MessageKey messageKey,
            byte[] tableKey,
            Map<Operation, RecordHeaders> headers,
            Map<Integer, RecordHeaders> loads) {}

    private static Map<Operation, RecordHeaders> headers(TableId table, List<String> wanted) {
        Map<Operation, RecordHeaders> headers = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            RecordHeaders list = new RecordHeaders();
            for (String name : wanted) {
                String value = switch (name) {
                    case "schema" -> table.schema();
                    case "table" -> table.name();
                    default -> operation.name();
                };
                list.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
            }
            headers.put(operation, list);
        }
        return headers;
    }

    /**
     * Why rows of a table cannot go where an expression sends them; empty if they can. Makes the topic where it is missing.
     *
     * @throws ConnectException if the target does not answer, or refuses to make the topic
     */
    Optional<String> refusal(TableId table, Destination own) {
        Route route = Objects.requireNonNull(routes.get(table));
        int partition = own.partition() != Destination.BY_KEY ? own.partition() : route.fixedPartition;
        String topic = topic(route, own);
        int count = partitions(topic);
        return partition < count
                ? Optional.empty()
                : Optional.of("the topic " + topic + " has no partition " + partition + ", but " + count
                        + ", counted from 0.");
    }

    private static String topic(Route route, Destination own) {
        return own.topic().isEmpty() ? route.topic : own.topic();
    }

    private int partitions(String topic) {
        return partitions.computeIfAbsent(topic, topics::applyAsInt);
    }

    ProducerRecord<byte[], byte[]> record(Message message) {
        Route route = route(message.table());
        byte[] key = key(message, route);
        Destination own = message.destination();
        if (own != null) {
            return elsewhere(message, route, key, own);
        }
        int partition = route.partitions == 1 ? 0 : partition(key, message, route, route.partitions);
        return new ProducerRecord<>(route.topic, partition, key, message.value(), headers(message, route));
    }

    private ProducerRecord<byte[], byte[]> elsewhere(
            Message message, Route route, byte @Nullable [] key, Destination own) {
        String topic = topic(route, own);
        int partition = own.partition() != Destination.BY_KEY
                ? own.partition()
                : partition(key, message, route, partitions(topic));
        return new ProducerRecord<>(topic, partition, key, message.value(), headers(message, route));
    }

    /** Most messages are of the same table as the one before. */
    private Route route(TableId table) {
        Route route = lastRoute;
        if (route == null || !table.equals(lastTable)) {
            route = Objects.requireNonNull(routes.get(table));
            lastTable = table;
            lastRoute = route;
        }
        return route;
    }

    private byte @Nullable [] key(Message message, Route route) {
        return switch (route.messageKey) {
            case NONE -> null;
            case PRIMARY_KEY -> message.rowKey();
            case SCHEMA_AND_TABLE -> route.tableKey;
        };
    }

    private int partition(byte @Nullable [] key, Message message, Route route, int count) {
        if (route.fixedPartition != ANY) {
            return route.fixedPartition;
        }
        if (strategy == PartitionStrategy.RANDOM) {
            return ThreadLocalRandom.current().nextInt(count);
        }
        byte[] ordered = key != null ? key : message.rowKey() != null ? message.rowKey() : route.tableKey;
        return Utils.toPositive(Utils.murmur2(ordered)) % count;
    }

    private static RecordHeaders headers(Message message, Route route) {
        RecordHeaders usual = usualHeaders(message, route);
        if (message.truncated().isEmpty()) {
            return usual;
        }
        RecordHeaders marked = new RecordHeaders(usual);
        JsonBytes names = new JsonBytes(64);
        for (int index = 0; index < message.truncated().size(); index++) {
            names.raw(index == 0 ? '[' : ',');
            names.string(message.truncated().get(index));
        }
        names.raw(']');
        marked.add(new RecordHeader(TRUNCATED_HEADER, names.toByteArray()));
        return marked;
    }

    private static RecordHeaders usualHeaders(Message message, Route route) {
        RecordHeaders headers = Objects.requireNonNull(route.headers.get(message.operation()));
        if (message.operation() != Operation.REFRESH) {
            return headers;
        }
        return route.loads.computeIfAbsent(message.load(), load -> {
            RecordHeaders withLoad = new RecordHeaders(headers);
            withLoad.add(new RecordHeader(LOAD_HEADER, Integer.toString(load).getBytes(StandardCharsets.US_ASCII)));
            return withLoad;
        });
    }
}
