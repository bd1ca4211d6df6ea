package dev.caudal.cluster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the ZooKeeper of a cluster would be, in MSK's form. Nobody listens there: Kafka has none any more. The tools
 * under {@code bin} know the cluster by it.
 */
final class ZooKeeperNames {
    private static final int SERVERS = 3;

    private ZooKeeperNames() {}

    /** The connect string of a cluster that was asked for with a version that had a ZooKeeper. */
    static Optional<String> of(Definition cluster) {
        var version = cluster.spec().kafkaVersion();
        if (version.endsWith(".kraft") || Integer.parseInt(version.split("\\.")[0]) >= 4) {
            return Optional.empty();
        }
        var arn = cluster.arn();
        // MSK has six characters of its own there; these are as unique, and the same at every start.
        var part = arn.id().toString().substring(0, 6);
        return Optional.of(IntStream.rangeClosed(1, SERVERS)
                .mapToObj(number -> "z-%d.%s.%s.c%d.kafka.%s.amazonaws.com:2181"
                        .formatted(number, arn.name().text().toLowerCase(Locale.ROOT), part, arn.cell(), arn.region()))
                .collect(Collectors.joining(",")));
    }
}
