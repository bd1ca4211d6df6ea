package dev.caudal.cli;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.local.Loopback;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.Platform;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.KafkaException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Whose clusters a command is about: those of the platform in the data folder, of a given address, or Amazon's. */
final class MskOptions {
    private static final String AMAZON = "aws";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = {
                "Where the clusters are (default: the platform of the data folder).",
                "'aws' for Amazon MSK, with the credentials of the AWS SDK: environment, profile, role."
            })
    private @Nullable String endpoint;

    @Option(names = "--region", paramLabel = "REGION", description = "Default: us-east-1; with aws, the AWS SDK's.")
    private @Nullable String region;

    @Mixin
    private DataOption data = new DataOption();

    /** Whether they are Amazon's. */
    boolean isAmazon() {
        return AMAZON.equals(endpoint);
    }

    /** Asks, and turns refusals into sentences. */
    <T> T call(Function<KafkaClient, T> question) {
        try (var client = client()) {
            return question.apply(client);
        } catch (KafkaException e) {
            throw AwsRefusal.of(name(), e);
        } catch (SdkClientException e) {
            throw unreachable(e);
        }
    }

    /** Asks for secrets, where the clusters are. */
    <T> T secrets(Function<SecretsManagerClient, T> question) {
        try (var client = configured(SecretsManagerClient.builder().httpClient(Apache5HttpClient.create()))
                .build()) {
            return question.apply(client);
        } catch (SecretsManagerException e) {
            throw AwsRefusal.of(isAmazon() ? "AWS Secrets Manager" : name(), e);
        } catch (SdkClientException e) {
            throw unreachable(e);
        }
    }

    /** The authority that local clusters trust. */
    CertificateAuthority authority(Clock clock) {
        if (isAmazon()) {
            throw new CommandFailure(ExitCode.USAGE, "Amazon's certificates are not made here.");
        }
        return CertificateAuthority.open(data.folder().data("certificates"), "Caudal", clock);
    }

    /** The ARN of a cluster that is given by its name or its ARN. */
    static String arn(KafkaClient client, String cluster) {
        if (cluster.startsWith("arn:")) {
            return cluster;
        }
        return client.listClustersPaginator(request -> request.clusterNameFilter(cluster)).clusterInfoList().stream()
                .filter(each -> each.clusterName().equals(cluster))
                .map(each -> each.clusterArn())
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NOT_FOUND,
                        "There is no cluster %s. 'caudal cluster list' shows those that there are."
                                .formatted(cluster)));
    }

    /** What the clusters' API has beyond Amazon's. */
    CaudalApi api() {
        return new CaudalApi(address(), Optional.ofNullable(region).orElse(ClusterSettings.USUAL_REGION));
    }

    private KafkaClient client() {
        return configured(KafkaClient.builder().httpClient(Apache5HttpClient.create()))
                .build();
    }

    private CommandFailure unreachable(SdkClientException e) {
        return new CommandFailure(
                ExitCode.UNREACHABLE, "The clusters at %s cannot be asked: %s".formatted(name(), e.getMessage()), e);
    }

    private <B extends AwsClientBuilder<B, ?>> B configured(B client) {
        if (isAmazon()) {
            Optional.ofNullable(region).map(Region::of).ifPresent(client::region);
            return client;
        }
        var address = address();
        client.endpointOverride(address)
                .region(Region.of(Optional.ofNullable(region).orElse(ClusterSettings.USUAL_REGION)));
        if (Loopback.is(address.getHost())) {
            client.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY)));
        }
        return client;
    }

    private URI address() {
        if (endpoint == null) {
            return running();
        }
        try {
            var address = URI.create(endpoint);
            if (address.getScheme() != null && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "The endpoint '%s' is neither 'aws' nor of the form http://HOST:PORT.".formatted(endpoint));
    }

    /** Whether a platform runs in the data folder. */
    boolean isRunning() {
        return local().isPresent();
    }

    private URI running() {
        return local().orElseThrow(() -> new CommandFailure(
                ExitCode.UNREACHABLE,
                "No platform with clusters runs in %s. Start one with 'caudal up', or name another with --endpoint (Amazon's: aws)."
                        .formatted(data.folder().root())));
    }

    private Optional<URI> local() {
        var folder = data.folder();
        return ControlPlane.endpoint(folder)
                .filter(address -> ProcessRecord.read(folder, Platform.NAME)
                        .filter(ProcessRecord::isAlive)
                        .isPresent());
    }

    private String name() {
        return isAmazon() ? "Amazon MSK" : address().toString();
    }
}
