package dev.caudal.server;

import dev.caudal.cluster.BrokerSecurity;
import dev.caudal.local.KafkaListener;
import dev.caudal.local.LocalDirectory;
import dev.caudal.server.api.NetworkAddress;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * That the broker also serves other machines, by TLS and only those who have a password. Its listener on the loopback
 * address, which the platform uses itself, stays as it is.
 *
 * @param address by what the clients there call it
 */
public record KafkaNetwork(NetworkAddress address) {
    /** The port where none is given: that of Amazon MSK for users with passwords who come from outside. */
    public static final int USUAL_PORT = 9196;

    /** Kafka's name for who does not say who it is. */
    private static final String NO_PASSWORD = "User:ANONYMOUS";

    private static final String EVERYBODY = "User:*";

    /** Whoever needs no password, on the loopback address, may do everything, as without other machines. */
    static final Map<String, String> RIGHTS = BrokerSecurity.lists(NO_PASSWORD);

    private static final String LISTENER = "NETWORK";
    private static final String CERTIFICATE = "network.pem";

    /** Checks that clients can call it. */
    public KafkaNetwork {
        if (isEverywhere(address)) {
            throw new IllegalArgumentException(
                    "'%s' is no address that a client can connect to. Give the name or address that other machines call this one by."
                            .formatted(address.host()));
        }
    }

    /** As clients name it. */
    String servers() {
        return address.host() + ":" + address.port();
    }

    /** The broker's listener, with a new certificate. */
    KafkaListener listener(LocalDirectory folder) {
        var file = folder.data("kafka").resolve(CERTIFICATE);
        try {
            ApiNetwork.issue(address, folder).write(file);
            return new KafkaListener(
                    LISTENER, "SASL_SSL", bound(), address.bare(), address.port(), BrokerSecurity.passwords(file));
        } catch (IOException e) {
            throw new PlatformException(
                    "The broker cannot be called %s: %s. Give a name that this machine can resolve, or an address."
                            .formatted(address.host(), e),
                    e);
        }
    }

    /**
     * An address of this machine is listened at and no other. A name may mean another address here than elsewhere, and an
     * address may be that of a router before this machine: then all are.
     */
    private InetAddress bound() throws IOException {
        var named = InetAddress.getByName(address.bare());
        boolean literal = address.bare().contains(":") || address.bare().matches("[0-9.]+");
        return literal && (named.isLoopbackAddress() || NetworkInterface.getByInetAddress(named) != null)
                ? named
                : InetAddress.getByAddress(new byte[4]);
    }

    /**
     * Keeps what the platform lives on to the platform: its topics, its group of workers, the transactions of its tasks,
     * and the rights themselves. Users come only after this, because they are added to a platform that runs.
     */
    static void keepOurs(String bootstrapServers) {
        var ours = Stream.of(
                        new ResourcePattern(ResourceType.TOPIC, "caudal-", PatternType.PREFIXED),
                        new ResourcePattern(ResourceType.TOPIC, "_", PatternType.PREFIXED),
                        new ResourcePattern(ResourceType.GROUP, ConnectWorker.GROUP, PatternType.LITERAL),
                        new ResourcePattern(
                                ResourceType.TRANSACTIONAL_ID, ConnectWorker.GROUP + "-", PatternType.PREFIXED),
                        new ResourcePattern(
                                ResourceType.TRANSACTIONAL_ID,
                                "connect-cluster-" + ConnectWorker.GROUP,
                                PatternType.LITERAL))
                .map(each -> allow(each, NO_PASSWORD, AclOperation.ALL));
        var cluster = new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL);
        var rest = Stream.of(AclOperation.DESCRIBE, AclOperation.IDEMPOTENT_WRITE)
                .map(each -> allow(cluster, EVERYBODY, each));
        create(bootstrapServers, Stream.concat(ours, rest).toList());
    }

    private static AclBinding allow(ResourcePattern what, String who, AclOperation operation) {
        return new AclBinding(what, new AccessControlEntry(who, "*", operation, AclPermissionType.ALLOW));
    }

    private static void create(String bootstrapServers, List<AclBinding> lists) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createAcls(lists).all().get();
        } catch (ExecutionException e) {
            throw new PlatformException("The broker does not keep the rights of its users: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the broker was told the rights of its users.", e);
        }
    }

    private static boolean isEverywhere(NetworkAddress address) {
        try {
            return InetAddress.getByName(address.bare()).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
