package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.storage.OffsetStorageWriter;
import org.apache.kafka.connect.util.Callback;
import org.junit.jupiter.api.Test;

/** Our records of positions beside those that Connect's own writer makes of the same positions. */
class OffsetRecordsTest {
    private static final String CONNECTOR = "world \"to\" käfka";
    private static final Map<String, String> LOG = Map.of("task", "log");
    private static final Map<String, String> TABLE = Map.of("table", "world.city");
    private static final Map<String, Object> POSITION = Map.of(
            "file",
            "mysql-bin-changelog.004646",
            "position",
            350L,
            "gtid",
            "0-11-42",
            "count",
            1,
            "open",
            true,
            "text",
            "ñ \u0001 \" \\ 😀");

    @Test
    void keys_and_values_are_byte_for_byte_what_connects_own_writer_stores()
            throws ExecutionException, InterruptedException, TimeoutException {
        var records = new OffsetRecords("caudal-offsets", 5, CONNECTOR);
        for (var partition : List.of(LOG, TABLE, Positions.SESSION)) {
            var theirs = written(partition, POSITION);
            var ours = records.record(partition, POSITION);

            assertThat(theirs).hasSize(1);
            assertThat(theirs.keySet().iterator().next()).isEqualTo(ByteBuffer.wrap(ours.key()));
            assertThat(theirs.values().iterator().next()).isEqualTo(ByteBuffer.wrap(ours.value()));
        }
    }

    @Test
    void a_record_goes_where_connects_own_producer_would_send_it() {
        for (int partitions : List.of(1, 5, 25)) {
            var record = new OffsetRecords("caudal-offsets", partitions, CONNECTOR).record(TABLE, POSITION);
            assertThat(record.partition()).isEqualTo(BuiltInPartitioner.partitionForKey(record.key(), partitions));
            assertThat(record.topic()).isEqualTo("caudal-offsets");
        }
    }

    private static Map<ByteBuffer, ByteBuffer> written(Map<String, String> partition, Map<String, Object> offset)
            throws ExecutionException, InterruptedException, TimeoutException {
        var store = new Store();
        var writer = new OffsetStorageWriter(store, CONNECTOR, converter(true), converter(false));
        writer.offset(partition, offset);
        assertThat(writer.beginFlush()).isTrue();
        writer.doFlush((error, result) -> assertThat(error).isNull()).get();
        return store.values;
    }

    private static JsonConverter converter(boolean key) {
        var converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "false"), key);
        return converter;
    }

    /** Keeps what the writer stores. */
    private static final class Store implements OffsetBackingStore {
        private final Map<ByteBuffer, ByteBuffer> values = new HashMap<>();

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
            return CompletableFuture.completedFuture(values);
        }

        @Override
        public Future<Void> set(Map<ByteBuffer, ByteBuffer> written, Callback<Void> callback) {
            values.putAll(written);
            callback.onCompletion(null, null);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Set<Map<String, Object>> connectorPartitions(String connector) {
            return Set.of();
        }

        @Override
        public void configure(WorkerConfig config) {}
    }
}
