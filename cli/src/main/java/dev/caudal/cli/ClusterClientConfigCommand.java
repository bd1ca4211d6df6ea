package dev.caudal.cli;

import dev.caudal.local.OwnerFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.kafka.model.GetBootstrapBrokersResponse;

/** Writes what a Kafka client needs. */
@Command(
        name = "client-config",
        description = {
            "Print the settings of a Kafka client of the cluster: servers, authority, login.",
            "With a user or a certificate it is a secret; --file writes it for you only."
        },
        mixinStandardHelpOptions = true)
final class ClusterClientConfigCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "Connect as this user of SASL/SCRAM (default: the only one there is).")
    private @Nullable String user;

    @Option(
            names = "--certificate",
            paramLabel = "NAME",
            description = "Connect with a new certificate for CN=NAME, good for a year. Local clusters only.")
    private @Nullable String certificate;

    @Option(names = "--file", paramLabel = "FILE", description = "Write it there, readable by you only.")
    private @Nullable Path file;

    ClusterClientConfigCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var arn = msk.call(client -> MskOptions.arn(client, cluster.text()));
        var brokers = msk.call(client -> client.getBootstrapBrokers(request -> request.clusterArn(arn)));
        var text = config(arn, brokers).text();
        if (file != null) {
            OwnerFile.replace(file, text);
            root.terminal().note("Wrote %s.".formatted(file));
        } else {
            root.terminal().out().print(text);
            root.terminal().out().flush();
        }
        return ExitCode.OK;
    }

    private ClientConfig config(String arn, GetBootstrapBrokersResponse brokers) {
        if (certificate != null) {
            return ClientConfig.certified(required(brokers.bootstrapBrokerStringTls(), "TLS"), msk, certificate);
        }
        var scram = Optional.ofNullable(brokers.bootstrapBrokerStringSaslScram())
                .orElse(brokers.bootstrapBrokerStringPublicSaslScram());
        if (user != null || scram != null) {
            return ClientConfig.user(required(scram, "SASL/SCRAM"), msk, arn, user(arn));
        }
        return brokers.bootstrapBrokerStringTls() != null
                ? ClientConfig.encrypted(brokers.bootstrapBrokerStringTls(), msk)
                : ClientConfig.plain(required(brokers.bootstrapBrokerString(), "unencrypted"));
    }

    private String user(String arn) {
        if (user != null) {
            return user;
        }
        var users = ClusterUsers.of(
                arn,
                msk.call(client -> client.listScramSecrets(request -> request.clusterArn(arn)))
                        .secretArnList());
        if (users.size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    users.isEmpty()
                            ? "The cluster has no user. Add one with 'caudal cluster user add', or give --certificate NAME."
                            : "The cluster has the users %s. Give one with --user."
                                    .formatted(String.join(", ", users)));
        }
        return users.get(0);
    }

    private static String required(@Nullable String servers, String kind) {
        if (servers == null) {
            throw new CommandFailure(ExitCode.CONFLICT, "The cluster has no port for %s clients.".formatted(kind));
        }
        return servers;
    }
}
