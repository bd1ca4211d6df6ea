package dev.caudal.local;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ProcessRole;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * A broker, with a controller in the same process where its roles say so, as Kafka's own {@link KafkaRaftServer}, but that the broker is started only
 * when the controller has declared its previous process dead.
 *
 * <p>A broker that starts sooner sees itself as the leader of its partitions, loads its transactions, and then loses the
 * leadership for a moment. What it finds to be ended in that moment it takes for transactions of deleted topics: it
 * writes no markers, and readers of committed records wait at that place for ever (Kafka 4.3.1,
 * {@code KRaftMetadataCache.getPartitionLeaderEndpoint} and {@code TransactionMarkerChannelManager}). It would have to
 * wait as long anyhow, because the controller accepts it only then.
 */
final class KafkaNode {
    private static final int PATIENCE_SECONDS = 60;

    private final KafkaConfig config;
    private final SharedServer shared;
    private final Optional<ControllerServer> controller;
    private final BrokerServer broker;

    KafkaNode(KafkaConfig config) {
        this.config = config;
        var folders = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
        var time = Time.SYSTEM;
        shared = new SharedServer(
                config,
                folders._1(),
                time,
                Server.initializeMetrics(config, time, folders._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = config.processRoles().contains(ProcessRole.ControllerRole)
                ? Optional.of(new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2()))
                : Optional.empty();
    }

    /** Returns when the broker serves. */
    void start() throws InterruptedException {
        controller.ifPresentOrElse(ControllerServer::startup, shared::startForBroker);
        var lastLife = new LastLife(config.nodeId());
        var unused = shared.loader().installPublishers(List.of(lastLife));
        lastLife.await(PATIENCE_SECONDS);
        broker.startup();
    }

    /** The broker first: it hands its partitions over by the controller. */
    void stop() {
        broker.shutdown();
        controller.ifPresent(ControllerServer::shutdown);
    }

    void awaitStop() {
        broker.awaitShutdown();
        controller.ifPresent(ControllerServer::awaitShutdown);
    }
}
