package dev.caudal.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that a configuration may have. */
final class ConfigKey {
    static final String LISTENERS = "listeners";
    static final String ADVERTISED_LISTENERS = "advertised.listeners";
    static final String HOST_NAME = "host.name";
    static final String PORT = "port";
    static final String ID = "id";
    static final String CLUSTER = "caudal.cluster";
    static final String CLUSTER_ADDRESS = "caudal.cluster.address";
    static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    static final String REQUEST_TIMEOUT = "consumer.request.timeout.ms";
    static final String REQUEST_MAX_BYTES = "consumer.request.max.bytes";
    static final String PRODUCER_PATIENCE = "producer.max.block.ms";
    static final String INSTANCE_TIMEOUT = "consumer.instance.timeout.ms";
    static final String FETCH_MIN_BYTES = "fetch.min.bytes";
    static final String V1_COMMIT = "caudal.v1.commit";
    static final String CONSUMERS_MAX = "caudal.consumers.max";
    static final String BODY_MAX = "caudal.request.max.bytes";
    static final String MEMORY_MAX = "caudal.memory.max.bytes";
    static final String INSECURE_LISTEN = "caudal.insecure.listen";
    static final String AUTHENTICATION = "authentication.method";
    static final String REALM = "authentication.realm";
    static final String USERS = "caudal.authentication.users";
    static final String KAFKA_LOGIN = "caudal.authentication.kafka";
    static final String CALLERS_MAX = "caudal.authentication.callers.max";
    static final String KEYSTORE = "ssl.keystore.location";
    static final String KEYSTORE_PASSWORD = "ssl.keystore.password";
    static final String KEYSTORE_TYPE = "ssl.keystore.type";
    static final String KEY_PASSWORD = "ssl.key.password";
    static final String CLIENT_CERTIFICATES = "ssl.client.authentication";
    static final String TRUSTSTORE = "ssl.truststore.location";
    static final String TRUSTSTORE_PASSWORD = "ssl.truststore.password";
    static final String TRUSTSTORE_TYPE = "ssl.truststore.type";
    static final String ALLOWLIST = "api.endpoints.allowlist";
    static final String BLOCKLIST = "api.endpoints.blocklist";
    static final String RATE_LIMIT = "rate.limit.enable";
    static final String RATE_LIMIT_REQUESTS = "rate.limit.permits.per.sec";
    static final String PRODUCE_LIMIT = "api.v3.produce.rate.limit.enabled";
    static final String PRODUCE_LIMIT_REQUESTS = "api.v3.produce.rate.limit.max.requests.per.sec";
    static final String PRODUCE_LIMIT_BYTES = "api.v3.produce.rate.limit.max.bytes.per.sec";

    /** The parts of the names that go to Kafka's clients, without the prefix. */
    static final List<String> CLIENT_PREFIXES = List.of("client.", "producer.", "consumer.", "admin.");

    private static final List<String> KNOWN = List.of(
            LISTENERS,
            ADVERTISED_LISTENERS,
            HOST_NAME,
            PORT,
            ID,
            CLUSTER,
            CLUSTER_ADDRESS,
            BOOTSTRAP_SERVERS,
            REQUEST_TIMEOUT,
            REQUEST_MAX_BYTES,
            PRODUCER_PATIENCE,
            INSTANCE_TIMEOUT,
            FETCH_MIN_BYTES,
            V1_COMMIT,
            CONSUMERS_MAX,
            BODY_MAX,
            MEMORY_MAX,
            INSECURE_LISTEN,
            AUTHENTICATION,
            REALM,
            USERS,
            KAFKA_LOGIN,
            CALLERS_MAX,
            KEYSTORE,
            KEYSTORE_PASSWORD,
            KEYSTORE_TYPE,
            KEY_PASSWORD,
            CLIENT_CERTIFICATES,
            TRUSTSTORE,
            TRUSTSTORE_PASSWORD,
            TRUSTSTORE_TYPE,
            ALLOWLIST,
            BLOCKLIST,
            RATE_LIMIT,
            RATE_LIMIT_REQUESTS,
            PRODUCE_LIMIT,
            PRODUCE_LIMIT_REQUESTS,
            PRODUCE_LIMIT_BYTES);

    /** Names of Confluent's proxy that mean nothing here. */
    private static final List<String> IGNORED = List.of(
            "zookeeper.connect",
            "schema.registry.url",
            "consumer.threads",
            "consumer.iterator.backoff.ms",
            "consumer.iterator.timeout.ms",
            "consumer.metadata.timeout.ms",
            "simpleconsumer.pool.size.max",
            "simpleconsumer.pool.timeout.ms",
            "producer.threads",
            "authentication.roles",
            "api.v3.produce.rate.limit.cache.expiry.ms",
            "rate.limit.backend",
            "rate.limit.costs",
            "rate.limit.default.cost",
            "rate.limit.timeout.ms",
            "api.v2.enable",
            "api.v3.enable",
            "debug",
            "metric.reporters",
            "metrics.jmx.prefix",
            "metrics.num.samples",
            "metrics.sample.window.ms",
            "response.mediatype.default",
            "response.mediatype.preferred",
            "request.logger.name",
            "shutdown.graceful.ms",
            "kafka.rest.resource.extension.class");

    private static final int FAR = 4;

    private ConfigKey() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    static boolean isIgnored(String name) {
        return IGNORED.contains(name);
    }

    static boolean isForClients(String name) {
        return CLIENT_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** The name that was most probably meant. */
    static Optional<String> nearest(String name) {
        return Stream.concat(KNOWN.stream(), IGNORED.stream())
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known) <= FAR);
    }

    /** How many letters must be changed, added or taken away. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + same);
            }
            before = now;
        }
        return before[other.length()];
    }
}
