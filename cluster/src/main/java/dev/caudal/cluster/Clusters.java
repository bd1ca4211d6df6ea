package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** All clusters of a platform. Any thread may call it. */
final class Clusters implements AutoCloseable {
    private final LocalDirectory folder;
    private final String region;
    private final Addresses addresses;
    private final Clock clock;
    private final Definitions files;
    private final NodeTls tls;
    private final Networks networks;
    private final LocalCluster local;
    private final Map<ClusterArn, Cluster> all = new ConcurrentHashMap<>();

    /** Reads the definitions, and goes on with each cluster where the last platform stopped. */
    Clusters(ClusterSettings settings, Clock clock) {
        this.folder = settings.folder();
        this.region = settings.region();
        this.addresses = new Addresses(settings.firstAddress());
        this.clock = clock;
        this.files = new Definitions(folder);
        this.networks = new Networks(folder, region);
        this.local = new LocalCluster(folder, region, settings.advertised());
        this.tls = new NodeTls(folder.data("certificates"), files, clock);
        files.all().forEach(this::live);
    }

    Networks networks() {
        return networks;
    }

    /** The platform's own broker. */
    LocalCluster local() {
        return local;
    }

    /** The ARN of the authority whose certificates clients have. */
    String authorityArn() {
        return "arn:aws:acm-pca:%s:%s:certificate-authority/caudal".formatted(region, ClusterSettings.ACCOUNT);
    }

    /** Their keys and certificates. */
    NodeTls tls() {
        return tls;
    }

    /** The clusters, by name. */
    List<Cluster> all() {
        return all.values().stream()
                .sorted(Comparator.comparing(
                        cluster -> cluster.definition().arn().name().text()))
                .toList();
    }

    /** The cluster of an ARN. */
    Cluster get(ClusterArn arn) {
        if (arn.equals(local.arn()) && local.bootstrap().isPresent()) {
            throw ApiError.badRequest(
                    "clusterArn", "The cluster local is the platform's own broker: it can be used and not be changed.");
        }
        return Optional.ofNullable(all.get(arn))
                .orElseThrow(() -> ApiError.notFound("clusterArn", "There is no cluster %s.".formatted(arn)));
    }

    /** Writes a new cluster down and begins to create it. */
    synchronized Cluster create(ClusterName name, ClusterSpec spec, int brokers, Map<String, String> tags) {
        if (files.isTaken(name) || name.equals(LocalCluster.NAME)) {
            throw ApiError.conflict(
                    "clusterName", "A cluster named %s exists already; its name has to be unique.".formatted(name));
        }
        var random = RandomGenerator.getDefault();
        var definition = new Definition(
                new ClusterArn(region, ClusterSettings.ACCOUNT, name, UUID.randomUUID(), 1 + random.nextInt(25)),
                spec,
                Tags.checked(tags),
                clock.instant(),
                CurrentVersion.fresh(random),
                ClusterState.CREATING,
                Optional.empty(),
                Uuid.randomUuid().toString(),
                brokers < 3 ? 1 : 3,
                nodes(spec, 1, brokers),
                List.of(),
                List.of());
        files.write(definition);
        return live(definition);
    }

    /** Begins to add or remove brokers. */
    synchronized Operation resize(ClusterArn arn, String version, int target) {
        var cluster = get(arn);
        var definition = cluster.definition();
        int present = definition.nodes().size();
        var change = new Change.Resize(present, target);
        Counts.check("targetNumberOfBrokerNodes", target, definition.zones());
        if (target < definition.controllers()) {
            throw ApiError.badRequest(
                    "targetNumberOfBrokerNodes",
                    "The first %d brokers of this local cluster are its controllers, which cannot be removed."
                            .formatted(definition.controllers()));
        }
        if (present - target > definition.zones()) {
            throw ApiError.badRequest(
                    "targetNumberOfBrokerNodes",
                    "One broker for each zone can be removed at a time: %d at most, not %d."
                            .formatted(definition.zones(), present - target));
        }
        return cluster.begin(Optional.of(version), change, now -> {
            if (target == now.nodes().size()) {
                throw ApiError.badRequest(
                        "targetNumberOfBrokerNodes", "The cluster has %d brokers already.".formatted(target));
            }
            return target < present ? now : now.withMore(nodes(now.spec(), present + 1, target));
        });
    }

    /** Begins to restart a broker. */
    Operation reboot(ClusterArn arn, int broker) {
        var cluster = get(arn);
        if (cluster.definition().nodes().stream().noneMatch(node -> node.number() == broker)) {
            throw ApiError.badRequest("brokerIds", "The cluster has no broker %d.".formatted(broker));
        }
        return cluster.begin(Optional.empty(), new Change.Reboot(broker), now -> now);
    }

    /** Stops all brokers; their clusters go on with the next platform. */
    @Override
    public void close() {
        var threads = all.values().stream()
                .map(cluster -> new Thread(
                        cluster::close, "stop-" + cluster.definition().arn().name()))
                .toList();
        threads.forEach(Thread::start);
        boolean interrupted = false;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an admin client of a cluster needs. */
    Map<String, Object> admin(Definition cluster) {
        return ClusterAdmin.settings(cluster, tls);
    }

    private Cluster live(Definition definition) {
        var arn = definition.arn();
        var cluster = new Cluster(definition, files, new Fleet.Place(folder, files, tls), clock, () -> all.remove(arn));
        all.put(arn, cluster);
        cluster.watch();
        cluster.wake();
        return cluster;
    }

    /** New nodes, spread over the subnets in their order, on addresses that no cluster has. */
    private List<Node> nodes(ClusterSpec spec, int first, int last) {
        var taken = all.values().stream()
                .flatMap(cluster -> cluster.definition().nodes().stream())
                .map(Node::address)
                .collect(Collectors.toSet());
        var free = addresses.free(last - first + 1, taken);
        var nodes = new ArrayList<Node>();
        for (int number = first; number <= last; number++) {
            var subnet = spec.subnets().get((number - 1) % spec.subnets().size());
            nodes.add(new Node(number, UUID.randomUUID(), subnet, free.get(number - first), clock.instant()));
        }
        return nodes;
    }
}
