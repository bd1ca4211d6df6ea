package dev.caudal.server.endpoint;

import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.Loopback;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.KafkaClientBuilder;
import software.amazon.awssdk.services.kafka.model.GetBootstrapBrokersResponse;

/** Asks the API of Amazon MSK for the brokers of a cluster. */
final class MskBrokers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REGION_PART = 3;

    private MskBrokers() {}

    /**
     * Where the clients of an endpoint begin.
     *
     * @param login an endpoint with a cluster's ARN
     * @return hosts and ports, for its kind of security
     * @throws Refusal when the API does not tell, or the cluster has none of that kind
     */
    static String of(Login login) {
        var arn = login.value(MskType.CLUSTER);
        var security = login.value(KafkaSecurity.FIELD);
        var all = bySecurity(ask(login, arn));
        return Optional.ofNullable(all.get(security))
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.MSK_SECURITY,
                        "The cluster %s has no brokers for the security '%s'.".formatted(arn, security),
                        all.isEmpty()
                                ? "Wait until it is active."
                                : "It has them for %s: choose one of these, or turn '%s' on in the cluster."
                                        .formatted(String.join(", ", all.keySet()), security)));
    }

    /** What the kinds of security have, as the API calls it; a port for TLS also takes certificates of clients. */
    static Map<String, String> bySecurity(GetBootstrapBrokersResponse brokers) {
        var all = new LinkedHashMap<String, String>();
        put(all, KafkaSecurity.IAM, brokers.bootstrapBrokerStringSaslIam());
        put(all, KafkaSecurity.SCRAM, brokers.bootstrapBrokerStringSaslScram());
        put(all, KafkaSecurity.TLS, brokers.bootstrapBrokerStringTls());
        put(all, KafkaSecurity.MTLS, brokers.bootstrapBrokerStringTls());
        put(all, KafkaSecurity.NONE, brokers.bootstrapBrokerString());
        return all;
    }

    private static void put(Map<String, String> all, String security, @Nullable String brokers) {
        if (brokers != null && !brokers.isEmpty()) {
            all.put(security, brokers);
        }
    }

    private static GetBootstrapBrokersResponse ask(Login login, String arn) {
        var api = login.value(MskType.API);
        try (var http = Apache5HttpClient.builder()
                        .connectionTimeout(PATIENCE.dividedBy(2))
                        .socketTimeout(PATIENCE)
                        .build();
                var client = client(arn, api).httpClient(http).build()) {
            return client.getBootstrapBrokers(request -> request.clusterArn(arn));
        } catch (AwsServiceException e) {
            throw Refusal.of(
                    ProblemCode.MSK_NOT_ASKED,
                    "%s does not tell the brokers of %s: %s".formatted(name(api), arn, e.getMessage()),
                    "Check the ARN, and that the credentials of this process may do kafka:GetBootstrapBrokers.");
        } catch (SdkClientException e) {
            if (!isLocal(api)) {
                AwsLogin.require();
            }
            throw Refusal.of(
                    ProblemCode.MSK_NOT_ASKED,
                    "%s cannot be asked for the brokers of %s: %s".formatted(name(api), arn, e.getMessage()),
                    "Check the region in the ARN, %s, and that this machine may go there.".formatted(MskType.API));
        }
    }

    private static KafkaClientBuilder client(String arn, String api) {
        var client = KafkaClient.builder()
                .region(Region.of(arn.split(":", -1)[REGION_PART]))
                .overrideConfiguration(settings -> settings.apiCallTimeout(PATIENCE));
        if (!api.isEmpty()) {
            checkHost(URI.create(api).getHost());
            client.endpointOverride(URI.create(api));
        }
        if (isLocal(api)) {
            client.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY)));
        }
        return client;
    }

    private static void checkHost(String host) {
        try {
            var unused = AddressPolicy.check(host);
        } catch (UnknownHostException e) {
            throw Refusal.of(
                    ProblemCode.MSK_NOT_ASKED,
                    "There is no host '%s'.".formatted(host),
                    "Check %s.".formatted(MskType.API));
        }
    }

    /** Clusters of this machine want no credentials that are worth something, so they get none. */
    private static boolean isLocal(String api) {
        return !api.isEmpty() && Loopback.is(URI.create(api).getHost());
    }

    private static String name(String api) {
        return api.isEmpty() ? "Amazon MSK" : api;
    }
}
