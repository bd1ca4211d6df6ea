package dev.caudal.cluster;

import dev.caudal.cluster.metrics.Subject;
import java.util.List;
import java.util.Map;

/**
 * A cluster as its monitor sees it.
 *
 * @param cluster the cluster
 * @param fleet its brokers
 * @param tls how one connects to them
 */
record Watch(Cluster cluster, Fleet fleet, NodeTls tls) implements Subject {
    @Override
    public String name() {
        return cluster.definition().arn().name().text();
    }

    @Override
    public List<Watched> brokers() {
        return cluster.definition().nodes().stream()
                .map(node -> new Watched(node.number(), node.inetAddress(), fleet.serves(node.number())))
                .toList();
    }

    @Override
    public Map<String, Object> admin() {
        return ClusterAdmin.settings(cluster.definition(), tls);
    }

    @Override
    public boolean isOpen() {
        return cluster.definition().spec().monitoring().jmxExporter();
    }
}
