package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.OwnerFile;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The platform's own broker as a cluster that can be looked at: {@code local}. Connect, tasks and positions are in it, so
 * that nobody can change or delete it here.
 *
 * @param folder the platform's folder
 * @param region whose cluster it plays
 * @param advertised where it serves other machines, host and port, if it does
 */
record LocalCluster(LocalDirectory folder, String region, Optional<String> advertised) {
    /** Its name, which no other cluster can have. */
    static final ClusterName NAME = new ClusterName("local");

    private static final String PROCESS = "kafka";
    private static final UUID ID = new UUID(0, 0);

    /** Beside the broker's data, which has the users themselves. */
    private static final String SECRETS = "secrets";

    /** Its ARN. */
    ClusterArn arn() {
        return new ClusterArn(region, ClusterSettings.ACCOUNT, NAME, ID, 1);
    }

    /** What is told of it; empty while no such broker runs. */
    Optional<ClusterInfo> info() {
        return definition()
                .map(it -> new ClusterInfo(
                        it.arn(),
                        it.created(),
                        it.version(),
                        it.state(),
                        List.of("The platform's own broker, of 'caudal up': it can be used and not be changed here."),
                        it.spec(),
                        1,
                        it.tags(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Where clients connect; empty while no such broker runs. */
    Optional<String> bootstrap() {
        return process().map(record -> "127.0.0.1:" + record.port());
    }

    /** What it is in the terms of the others; empty while no such broker runs. */
    Optional<Definition> definition() {
        return process().map(record -> {
            var subnet = new Subnet("subnet-a", region + "a");
            var spec = new ClusterSpec(
                    CreateRequest.KAFKA,
                    List.of(subnet),
                    "kafka.t3.small",
                    CreateRequest.USUAL_VOLUME,
                    List.of(),
                    new Encryption(
                            advertised.isPresent() ? ClientBroker.TLS_PLAINTEXT : ClientBroker.PLAINTEXT,
                            false,
                            Optional.empty()),
                    advertised.map(there -> new ClientAuthentication(true, false, true, List.of())),
                    Optional.empty(),
                    Optional.empty());
            return new Definition(
                    arn(),
                    spec,
                    Map.of("caudal:platform", "true"),
                    record.started(),
                    new CurrentVersion("KLOCAL0000000"),
                    ClusterState.ACTIVE,
                    Optional.empty(),
                    "",
                    1,
                    List.of(new Node(1, ID, subnet, "127.0.0.1", record.started())),
                    List.of(),
                    secrets());
        });
    }

    /** Who may come from other machines; empty while it does not serve any. */
    Optional<UserHome> users() {
        return advertised.flatMap(there -> bootstrap()).map(servers -> new UserHome() {
            @Override
            public Definition definition() {
                return LocalCluster.this.definition().orElseThrow();
            }

            @Override
            public void edit(UnaryOperator<Definition> change) {
                synchronized (NAME) {
                    write(change.apply(definition()).secrets());
                }
            }

            @Override
            public ClusterAdmin admin() {
                return new ClusterAdmin(Map.of("bootstrap.servers", servers));
            }
        });
    }

    private List<String> secrets() {
        try {
            return Files.exists(secretsFile()) ? Files.readAllLines(secretsFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> arns) {
        try {
            OwnerFile.replace(
                    secretsFile(), arns.stream().map(arn -> arn + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path secretsFile() {
        return folder.data(PROCESS).resolve(SECRETS);
    }

    private Optional<ProcessRecord> process() {
        return ProcessRecord.read(folder, PROCESS).filter(ProcessRecord::isAlive);
    }
}
