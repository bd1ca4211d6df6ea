package dev.caudal.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request for a cluster by MSK's rules, and by what of MSK is built here.
 *
 * @param name the cluster's
 * @param spec what it shall be
 * @param brokers how many
 * @param tags names and values
 */
record CreateRequest(ClusterName name, ClusterSpec spec, int brokers, Map<String, String> tags) {
    /** What runs, whatever version is asked for. */
    static final String KAFKA = "4.3.1";

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}(\\.(\\d{1,3}|x))?(\\.(kraft|tiered))?");
    private static final Pattern INSTANCE = Pattern.compile(
            "kafka\\.t3\\.small|(kafka\\.m5|kafka\\.m7g|express\\.m7g)\\.(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge)");
    /** What a volume has, in GiB, if nothing is said of it. */
    static final int USUAL_VOLUME = 100;
    /** In GiB. */
    static final int LARGEST_VOLUME = 16_384;

    /** Of a request of the first version. */
    static CreateRequest of(Fields request, Networks networks, Updates rules) {
        return of(request, request, networks, rules);
    }

    /** Of a request of the second version, where what is provisioned stands apart. */
    static CreateRequest ofSecond(Fields request, Networks networks, Updates rules) {
        if (request.has("serverless")) {
            throw ApiError.notBuilt("serverless", "A serverless cluster");
        }
        if (!request.has("provisioned")) {
            throw Fields.missing("provisioned");
        }
        return of(request, request.object("provisioned"), networks, rules);
    }

    private static CreateRequest of(Fields request, Fields cluster, Networks networks, Updates rules) {
        refuseUnbuilt(cluster);
        var name = name(request.requiredText("clusterName"));
        if (!cluster.has("brokerNodeGroupInfo")) {
            throw Fields.missing("brokerNodeGroupInfo");
        }
        var group = cluster.object("brokerNodeGroupInfo");
        var subnets = subnets(group.texts("clientSubnets"), networks);
        int brokers = cluster.requiredInteger("numberOfBrokerNodes");
        Counts.check("numberOfBrokerNodes", brokers, subnets.size());
        var encryption = encryption(cluster.object("encryptionInfo"));
        var spec = new ClusterSpec(
                version(cluster.requiredText("kafkaVersion")),
                subnets,
                instance(group.requiredText("instanceType")),
                volume(group.object("storageInfo").object("ebsStorageInfo")),
                group.texts("securityGroups"),
                encryption,
                cluster.has("clientAuthentication")
                        ? Optional.of(ClientAuthentication.of(
                                cluster.object("clientAuthentication"), encryption, rules.authorityArn()))
                        : Optional.empty(),
                cluster.has("configurationInfo")
                        ? Optional.of(rules.configurations().use(cluster.object("configurationInfo")))
                        : Optional.empty(),
                Optional.of(Monitoring.USUAL.with(cluster)));
        return new CreateRequest(name, spec, brokers, request.map("tags"));
    }

    private static ClusterName name(String text) {
        try {
            return new ClusterName(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("clusterName", String.valueOf(e.getMessage()));
        }
    }

    private static List<Subnet> subnets(List<String> ids, Networks networks) {
        if (ids.isEmpty()) {
            throw Fields.missing("clientSubnets");
        }
        var owners = ids.stream()
                .map(id -> networks.of(id).orElseThrow(() -> unknown(id, networks)))
                .toList();
        if (owners.stream().map(Vpc::id).distinct().count() > 1) {
            throw ApiError.badRequest(
                    "clientSubnets", "The subnets %s are not all of one network.".formatted(String.join(", ", ids)));
        }
        var subnets = ids.stream()
                .flatMap(id -> owners.get(0).subnets().stream()
                        .filter(each -> each.id().equals(id)))
                .toList();
        var zones = new HashSet<>(subnets.stream().map(Subnet::zone).toList());
        if (subnets.size() < 2 || subnets.size() > 3 || zones.size() != subnets.size()) {
            throw ApiError.badRequest(
                    "clientSubnets",
                    "The number of Availability Zones in the BrokerAZDistribution parameter must be equal to the number of client subnets."
                            + " Give two or three subnets, each in another zone.");
        }
        return subnets;
    }

    private static ApiError unknown(String id, Networks networks) {
        return ApiError.badRequest(
                "clientSubnets",
                "There is no subnet %s; the platform has %s."
                        .formatted(
                                id,
                                networks.all().stream()
                                        .map(Vpc::toString)
                                        .filter(each -> !each.isEmpty())
                                        .collect(Collectors.joining(", "))));
    }

    private static String version(String text) {
        if (!VERSION.matcher(text).matches() || isNewer(text)) {
            throw ApiError.badRequest(
                    "kafkaVersion", "Kafka version %s is not known; the newest is %s.".formatted(text, KAFKA));
        }
        return text;
    }

    private static boolean isNewer(String text) {
        var asked = text.split("\\.");
        var runs = KAFKA.split("\\.");
        for (int i = 0; i < Math.min(asked.length, runs.length); i++) {
            if (!asked[i].matches("\\d+")) {
                return false;
            }
            int difference = Integer.parseInt(asked[i]) - Integer.parseInt(runs[i]);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    /** The type of the brokers' machines, if MSK has it. */
    static String instance(String type) {
        if (!INSTANCE.matcher(type).matches()) {
            throw ApiError.badRequest(
                    "instanceType",
                    "The instance type %s is not known. Use kafka.t3.small, or kafka.m5, kafka.m7g and express.m7g from large on."
                            .formatted(type));
        }
        return type;
    }

    private static int volume(Fields storage) {
        if (storage.object("provisionedThroughput").flag("enabled").orElse(false)) {
            throw ApiError.notBuilt("provisionedThroughput", "Provisioned throughput of volumes");
        }
        int size = storage.integer("volumeSize").orElse(USUAL_VOLUME);
        if (size < 1 || size > LARGEST_VOLUME) {
            throw ApiError.badRequest(
                    "volumeSize", "The volume size is 1 to %d GiB, not %d.".formatted(LARGEST_VOLUME, size));
        }
        return size;
    }

    private static Encryption encryption(Fields info) {
        var transit = info.object("encryptionInTransit");
        var clients = transit.constant("clientBroker", ClientBroker.class).orElse(ClientBroker.TLS);
        Optional<String> key = info.object("encryptionAtRest").text("dataVolumeKMSKeyId");
        return new Encryption(clients, transit.flag("inCluster").orElse(true), key);
    }

    private static void refuseUnbuilt(Fields cluster) {
        if (cluster.text("storageMode").filter("TIERED"::equals).isPresent()) {
            throw ApiError.notBuilt("storageMode", "Tiered storage");
        }
        var connectivity = cluster.object("brokerNodeGroupInfo").object("connectivityInfo");
        if (connectivity
                        .object("publicAccess")
                        .text("type")
                        .filter(type -> !type.equals("DISABLED"))
                        .isPresent()
                || connectivity.has("vpcConnectivity")) {
            throw ApiError.notBuilt("connectivityInfo", "Access from outside of the machine");
        }
    }
}
