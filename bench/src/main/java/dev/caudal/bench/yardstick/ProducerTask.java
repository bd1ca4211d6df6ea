package dev.caudal.bench.yardstick;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Sends on the thread on which Connect polls, a transaction for each poll. */
public final class ProducerTask extends SourceTask {
    private static final int TRANSACTION = 50_000;

    private final SampleMessages messages = new SampleMessages();
    private List<String> topics = List.of();
    private long wanted;
    private long sent;
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    /** For the worker. */
    public ProducerTask() {}

    @Override
    public void start(Map<String, String> given) {
        var settings = new AbstractConfig(ProducerConnector.definition(), given);
        topics = settings.getList(ProducerConnector.TOPICS);
        wanted = settings.getLong(ProducerConnector.MESSAGES);
        var opened =
                producer(settings.getString(ProducerConnector.SERVERS), settings.getString(ProducerConnector.NAME));
        opened.initTransactions();
        producer = Optional.of(opened);
    }

    /** As Caudal's task has them. */
    private static KafkaProducer<byte[], byte[]> producer(String servers, String id) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        id,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10,
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64 << 20,
                        ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                        false),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (sent == wanted) {
            Thread.sleep(200);
        } else {
            transaction(producer.orElseThrow(), Math.min(wanted, sent + TRANSACTION));
        }
        return List.of();
    }

    private void transaction(KafkaProducer<byte[], byte[]> to, long end) {
        Headers headers = new RecordHeaders()
                .add("schema", bytes("bench"))
                .add("table", bytes("city"))
                .add("operation", bytes("INSERT"));
        long each = wanted / topics.size();
        to.beginTransaction();
        for (; sent < end; sent++) {
            var topic = topics.get((int) Math.min(sent / each, topics.size() - 1));
            var unused =
                    to.send(new ProducerRecord<>(topic, 0, bytes(Long.toString(sent)), messages.value(sent), headers));
        }
        to.commitTransaction();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void stop() {
        producer.ifPresent(KafkaProducer::close);
    }

    @Override
    public String version() {
        return "1";
    }
}
