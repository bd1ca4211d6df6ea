package dev.caudal.cluster;

import java.util.List;
import java.util.Optional;

/** MSK's rules for changes of what a cluster was asked to be. */
record Updates(Configurations configurations, String authorityArn) {

    /** Another login of clients, or another encryption of theirs. */
    ClusterSpec security(ClusterSpec now, Fields request) {
        var transit = request.object("encryptionInfo").object("encryptionInTransit");
        boolean inCluster = transit.flag("inCluster").orElse(now.encryption().inCluster());
        if (inCluster != now.encryption().inCluster()) {
            throw ApiError.badRequest("inCluster", "The encryption between brokers cannot be changed later.");
        }
        var encryption = new Encryption(
                transit.constant("clientBroker", ClientBroker.class)
                        .orElse(now.encryption().clientBroker()),
                inCluster,
                now.encryption().key());
        Optional<ClientAuthentication> login = now.login();
        if (request.has("clientAuthentication")) {
            login = Optional.of(
                    ClientAuthentication.of(request.object("clientAuthentication"), encryption, authorityArn));
        } else if (login.isPresent()) {
            login.get().check(encryption);
        }
        return now.with(encryption, login);
    }

    /** A revision of a configuration. */
    ClusterSpec configuration(ClusterSpec now, Fields request) {
        if (!request.has("configurationInfo")) {
            throw Fields.missing("configurationInfo");
        }
        return now.with(configurations.use(request.object("configurationInfo")));
    }

    /** What is measured. */
    ClusterSpec monitoring(ClusterSpec now, Fields request) {
        return now.with(now.monitoring().with(request));
    }

    /** Larger volumes, for all brokers, which is stored and shown only. */
    ClusterSpec brokerStorage(ClusterSpec now, Fields request) {
        var volumes = request.objects("targetBrokerEBSVolumeInfo");
        if (volumes.size() != 1
                || !volumes.get(0).requiredText("kafkaBrokerNodeId").equals("All")) {
            throw ApiError.badRequest(
                    "targetBrokerEBSVolumeInfo", "Give one volume for all brokers, with the kafkaBrokerNodeId All.");
        }
        return storage(now, volumes.get(0));
    }

    /** The same in the newer form. */
    ClusterSpec storage(ClusterSpec now, Fields volume) {
        if (volume.text("storageMode").filter("TIERED"::equals).isPresent()) {
            throw ApiError.notBuilt("storageMode", "Tiered storage");
        }
        if (volume.object("provisionedThroughput").flag("enabled").orElse(false)) {
            throw ApiError.notBuilt("provisionedThroughput", "Provisioned throughput of volumes");
        }
        int size = volume.integer("volumeSizeGB").orElse(now.volumeSize());
        if (size == now.volumeSize()) {
            throw ApiError.badRequest(
                    "volumeSizeGB",
                    "The request does not include any updates to the EBS volumes of the cluster. Verify the request, then try again.");
        }
        if (size < now.volumeSize() || size > CreateRequest.LARGEST_VOLUME) {
            throw ApiError.badRequest(
                    "volumeSizeGB",
                    "Volumes only grow, from %d to %d GiB at most; %d cannot be."
                            .formatted(now.volumeSize(), CreateRequest.LARGEST_VOLUME, size));
        }
        return now.with(size);
    }

    /** Another instance type, which is stored and shown only. */
    ClusterSpec type(ClusterSpec now, Fields request) {
        var type = CreateRequest.instance(request.requiredText("targetInstanceType"));
        if (type.equals(now.instanceType())) {
            throw ApiError.badRequest("targetInstanceType", "The brokers are of the type %s already.".formatted(type));
        }
        return now.withType(type);
    }

    /** Another version of Kafka: there is only one. */
    ClusterSpec version(ClusterSpec now, Fields request) {
        var wanted = request.requiredText("targetKafkaVersion");
        if (!wanted.equals(CreateRequest.KAFKA)) {
            throw ApiError.badRequest(
                    "targetKafkaVersion",
                    "Local clusters run Kafka %s and no other version; %s cannot be had."
                            .formatted(CreateRequest.KAFKA, wanted));
        }
        if (now.kafkaVersion().equals(wanted)) {
            throw ApiError.badRequest("targetKafkaVersion", "The cluster has Kafka %s already.".formatted(wanted));
        }
        return now.withVersion(wanted);
    }

    /** The versions that a cluster of a version can be updated to. */
    static List<String> after(String version) {
        return version.equals(CreateRequest.KAFKA) ? List.of() : List.of(CreateRequest.KAFKA);
    }
}
