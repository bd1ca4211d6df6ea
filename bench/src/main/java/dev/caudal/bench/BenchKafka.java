package dev.caudal.bench;

import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.Port;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A fresh broker. */
final class BenchKafka implements AutoCloseable {
    private final LocalDirectory folder;
    private final BrokerKind kind;
    private final LocalKafka broker;
    private final Admin admin;

    private BenchKafka(LocalDirectory folder, BrokerKind kind, LocalKafka broker) {
        this.folder = folder;
        this.kind = kind;
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /** Starts a broker without data. */
    static BenchKafka start(LocalDirectory folder, BrokerKind kind) {
        Folders.delete(folder.data("kafka"));
        return new BenchKafka(folder, kind, LocalKafka.start(folder, Port.any(), kind.settings()));
    }

    /** Its settings. */
    BrokerKind kind() {
        return kind;
    }

    /** Where clients connect. */
    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Its process. */
    long pid() {
        return broker.pid();
    }

    /** Topics of it. */
    TopicEnds topics(List<String> names) {
        return new TopicEnds(admin, bootstrapServers(), names);
    }

    @Override
    public void close() {
        admin.close();
        broker.stop();
        Folders.delete(folder.data("kafka"));
    }
}
