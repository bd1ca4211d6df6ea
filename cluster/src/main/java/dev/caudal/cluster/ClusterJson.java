package dev.caudal.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Clusters, brokers and operations in MSK's JSON. */
final class ClusterJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ClusterJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** As the first version of the API shows a cluster; what does not apply is absent. */
    static ObjectNode first(ClusterInfo info) {
        var json = object();
        describe(json, info);
        provisioned(json, info);
        return json;
    }

    /** As the second version shows it. */
    static ObjectNode second(ClusterInfo info) {
        var json = object().put("clusterType", "PROVISIONED");
        describe(json, info);
        provisioned(json.putObject("provisioned"), info);
        return json;
    }

    private static void describe(ObjectNode json, ClusterInfo info) {
        info.operation().ifPresent(arn -> json.put("activeOperationArn", arn));
        json.put("clusterArn", info.arn().toString())
                .put("clusterName", info.arn().name().text())
                .put("creationTime", time(info.created()))
                .put("currentVersion", info.version().text())
                .put("state", info.state().name());
        if (!info.notes().isEmpty()) {
            json.putObject("stateInfo").put("code", "Caudal").put("message", String.join(" ", info.notes()));
        }
        if (!info.tags().isEmpty()) {
            info.tags().forEach(json.putObject("tags")::put);
        }
    }

    private static void provisioned(ObjectNode json, ClusterInfo info) {
        var spec = info.spec();
        var group = json.putObject("brokerNodeGroupInfo").put("brokerAZDistribution", "DEFAULT");
        texts(group, "clientSubnets", spec.subnets().stream().map(Subnet::id).toList());
        group.put("instanceType", spec.instanceType());
        if (!spec.securityGroups().isEmpty()) {
            texts(group, "securityGroups", spec.securityGroups());
        }
        group.putObject("storageInfo").putObject("ebsStorageInfo").put("volumeSize", spec.volumeSize());
        var software = json.putObject("currentBrokerSoftwareInfo").put("kafkaVersion", spec.kafkaVersion());
        spec.configuration()
                .ifPresent(use -> software.put("configurationArn", use.arn().toString())
                        .put("configurationRevision", use.revision()));
        encryption(json.putObject("encryptionInfo"), spec.encryption());
        spec.login().ifPresent(login -> authentication(json.putObject("clientAuthentication"), login));
        monitoring(json, spec.monitoring());
        json.put("numberOfBrokerNodes", info.brokers());
        info.zookeeper().ifPresent(string -> json.put("zookeeperConnectString", string));
    }

    private static void monitoring(ObjectNode json, Monitoring monitoring) {
        json.put("enhancedMonitoring", monitoring.level().name());
        var exporters = json.putObject("openMonitoring").putObject("prometheus");
        exporters.putObject("jmxExporter").put("enabledInBroker", monitoring.jmxExporter());
        exporters.putObject("nodeExporter").put("enabledInBroker", monitoring.nodeExporter());
    }

    private static void encryption(ObjectNode json, Encryption encryption) {
        encryption.key().ifPresent(key -> json.putObject("encryptionAtRest").put("dataVolumeKMSKeyId", key));
        json.putObject("encryptionInTransit")
                .put("clientBroker", encryption.clientBroker().name())
                .put("inCluster", encryption.inCluster());
    }

    private static void authentication(ObjectNode json, ClientAuthentication login) {
        json.putObject("sasl").putObject("scram").put("enabled", login.scram());
        json.withObject("sasl").putObject("iam").put("enabled", false);
        var tls = json.putObject("tls").put("enabled", login.tls());
        texts(tls, "certificateAuthorityArnList", login.authorities());
        json.putObject("unauthenticated").put("enabled", login.unauthenticated());
    }

    /** A broker as a node. */
    static ObjectNode node(Definition cluster, Node node) {
        var json = object().put("addedToClusterTime", time(node.added()))
                .put("instanceType", cluster.spec().instanceType())
                .put("nodeARN", cluster.arn().broker(node.id()))
                .put("nodeType", "BROKER");
        var broker = json.putObject("brokerNodeInfo")
                .put("brokerId", (double) node.number())
                .put("clientSubnet", node.subnet().id())
                .put("clientVpcIpAddress", node.address());
        broker.putObject("currentBrokerSoftwareInfo")
                .put("kafkaVersion", cluster.spec().kafkaVersion());
        texts(broker, "endpoints", List.of(node.address()));
        return json;
    }

    /** An operation as both versions show it; they differ in the name of its start. */
    static ObjectNode operation(Definition cluster, Operation operation, String start) {
        var json = object().put("clusterArn", cluster.arn().toString())
                .put(start, time(operation.started()))
                .put("operationArn", cluster.arn().operation(operation.id()))
                .put("operationState", operation.state())
                .put("operationType", operation.change().type());
        operation.ended().ifPresent(end -> json.put("endTime", time(end)));
        operation
                .failure()
                .ifPresent(why -> json.putObject("errorInfo")
                        .put("errorCode", "OperationFailed")
                        .put("errorString", why));
        return json;
    }

    /** What an operation changes, from and to. */
    static void change(ObjectNode json, Operation operation) {
        if (operation.change() instanceof Change.Resize resize) {
            json.putObject("sourceClusterInfo").put("numberOfBrokerNodes", resize.from());
            json.putObject("targetClusterInfo").put("numberOfBrokerNodes", resize.to());
        } else if (operation.change() instanceof Change.Update update) {
            mutable(json.putObject("sourceClusterInfo"), update.from());
            mutable(json.putObject("targetClusterInfo"), update.to());
        }
    }

    private static void mutable(ObjectNode json, ClusterSpec spec) {
        json.putArray("brokerEBSVolumeInfo")
                .addObject()
                .put("kafkaBrokerNodeId", "All")
                .put("volumeSizeGB", spec.volumeSize());
        spec.configuration()
                .ifPresent(use -> json.putObject("configurationInfo")
                        .put("arn", use.arn().toString())
                        .put("revision", use.revision()));
        json.put("kafkaVersion", spec.kafkaVersion()).put("instanceType", spec.instanceType());
        monitoring(json, spec.monitoring());
        encryption(json.putObject("encryptionInfo"), spec.encryption());
        spec.login().ifPresent(login -> authentication(json.putObject("clientAuthentication"), login));
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        values.forEach(json.putArray(name)::add);
    }

    /** The answer to a request that began an operation. */
    static JsonNode begun(ClusterArn cluster, Operation operation) {
        return object().put("clusterArn", cluster.toString())
                .put("clusterOperationArn", cluster.operation(operation.id()));
    }
}
