package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Tests a Kafka cluster as a target; changes nothing there. */
final class KafkaTest {
    private static final String CREDENTIALS = "aws-credentials";
    private static final String KNOWN = "brokers-known";
    private static final String REACHABLE = "reachable";
    private static final String TLS = "tls";
    private static final String LOGIN = "login";
    private static final String BROKERS = "brokers";
    private static final String TOPICS = "topic-creation";
    private static final int PATIENCE_MILLIS = 10_000;

    private final Login login;
    private final Checklist list;

    private KafkaTest(Login login) {
        this.login = login;
        this.list = new Checklist(titles());
    }

    static TestReport run(Login login) {
        return new KafkaTest(login).run();
    }

    private Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        if (login.type().equals(MskType.TYPE)) {
            titles.put(KNOWN, "The cluster's brokers are known");
        }
        if (isIam()) {
            titles.put(CREDENTIALS, "There are AWS credentials");
        }
        titles.put(REACHABLE, "A bootstrap server can be reached");
        if (isSecured()) {
            titles.put(TLS, "The connection is secured");
        }
        if (logsIn()) {
            titles.put(LOGIN, "The client may log in");
        }
        titles.put(BROKERS, "All brokers can be reached");
        titles.put(TOPICS, "Topics may be created");
        return titles;
    }

    private boolean isIam() {
        return login.value(KafkaSecurity.FIELD).equals(KafkaSecurity.IAM);
    }

    private boolean isSecured() {
        return List.of(KafkaSecurity.TLS, KafkaSecurity.SCRAM, KafkaSecurity.IAM, KafkaSecurity.MTLS)
                .contains(login.value(KafkaSecurity.FIELD));
    }

    private boolean logsIn() {
        return !List.of(KafkaSecurity.NONE, KafkaSecurity.TLS).contains(login.value(KafkaSecurity.FIELD));
    }

    private TestReport run() {
        servers().filter(it -> credentials()).filter(this::reachable).ifPresent(this::cluster);
        return list.report();
    }

    private Optional<String> servers() {
        if (!login.type().equals(MskType.TYPE)) {
            return Optional.of(login.value(KafkaType.SERVERS));
        }
        try {
            var brokers = MskBrokers.of(login);
            list.passed(KNOWN, "They are %s.".formatted(brokers));
            return Optional.of(brokers);
        } catch (Refusal e) {
            list.failed(KNOWN, e.detail(), e.remedy());
            return Optional.empty();
        }
    }

    private boolean credentials() {
        if (!isIam()) {
            return true;
        }
        try {
            AwsLogin.require();
            list.passed(CREDENTIALS, "This process has some.");
            return true;
        } catch (Refusal e) {
            list.failed(CREDENTIALS, e.detail(), e.remedy());
            return false;
        }
    }

    private void cluster(String servers) {
        var settings = new HashMap<String, Object>(KafkaClients.settings(login, servers));
        settings.put("request.timeout.ms", PATIENCE_MILLIS / 2);
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        settings.put("client.id", "caudal-endpoint-test");
        try (var admin = Admin.create(settings)) {
            var nodes = await(admin.describeCluster().nodes());
            if (isSecured()) {
                list.passed(TLS, "The brokers' certificates are trusted.");
            }
            if (logsIn()) {
                list.passed(LOGIN, "The brokers let the client in.");
            }
            brokers(nodes);
            topics(admin);
        } catch (KafkaException e) {
            refused(e);
        }
    }

    /** One is enough for a client; the others are named. */
    private boolean reachable(String bootstrapServers) {
        var answering = 0;
        Optional<Reachability.Obstacle> last = Optional.empty();
        var servers = bootstrapServers.split(",");
        for (var server : servers) {
            int colon = server.lastIndexOf(':');
            var obstacle = Reachability.of(
                    server.substring(0, colon).strip(),
                    Integer.parseInt(server.substring(colon + 1).strip()));
            answering += obstacle.isEmpty() ? 1 : 0;
            last = obstacle.isPresent() ? obstacle : last;
        }
        if (answering == servers.length) {
            list.passed(REACHABLE, "%d of %d answer.".formatted(answering, servers.length));
        } else if (answering > 0) {
            last.ifPresent(why -> list.warning(REACHABLE, why.detail(), why.remedy()));
        } else {
            last.ifPresent(why -> list.failed(REACHABLE, why.detail(), why.remedy()));
        }
        return answering > 0;
    }

    /** A client connects to what the brokers advertise, which may be another address than that of the bootstrap servers. */
    private void brokers(Collection<Node> nodes) {
        int answering = 0;
        for (var node : nodes) {
            var obstacle = Reachability.of(node.host(), node.port());
            obstacle.ifPresent(why -> list.failed(
                    BROKERS,
                    "Broker %d is announced as %s:%d. %s".formatted(node.id(), node.host(), node.port(), why.detail()),
                    "Change advertised.listeners of the broker, or let this machine reach that address."));
            answering += obstacle.isEmpty() ? 1 : 0;
        }
        if (answering == nodes.size()) {
            list.passed(BROKERS, "%d of %d answer.".formatted(answering, nodes.size()));
        }
    }

    private void topics(Admin admin) {
        var topic = new NewTopic("caudal-endpoint-test", Optional.of(1), Optional.empty());
        try {
            await(admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                    .all());
            list.passed(TOPICS, "The client may create topics.");
        } catch (TopicExistsException e) {
            list.passed(TOPICS, "The client may create topics.");
        } catch (AuthorizationException e) {
            list.warning(
                    TOPICS,
                    "The client may not create topics: %s".formatted(e.getMessage()),
                    "Allow CREATE on the cluster or on the topics, or create the topics before a task runs.");
        } catch (KafkaException e) {
            list.warning(TOPICS, "The brokers would refuse a topic: %s".formatted(e.getMessage()), "See their log.");
        }
    }

    private void refused(KafkaException e) {
        var message = String.valueOf(e.getMessage());
        if (find(e, SaslAuthenticationException.class)) {
            list.failed(
                    LOGIN,
                    message,
                    isIam()
                            ? "Check which credentials this process has, and that they may do kafka-cluster:Connect."
                            : "Check user, password and mechanism.");
        } else if (find(e, SslAuthenticationException.class) && isSecured()) {
            list.failed(
                    TLS,
                    "%s (%s)".formatted(message, cause(e)),
                    "Check that the port is one for TLS, and that tls-ca has the authority that signed the brokers' certificates.");
        } else {
            list.failed(
                    BROKERS,
                    "The brokers do not answer as a cluster does: %s".formatted(message),
                    "Check that the port is one for '%s': a broker has another port for each kind of security."
                            .formatted(login.value(KafkaSecurity.FIELD)));
        }
    }

    private static boolean find(Throwable error, Class<? extends Throwable> type) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String cause(Throwable error) {
        var last = error;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("no answer within 20 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
