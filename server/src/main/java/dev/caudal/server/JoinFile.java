package dev.caudal.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.OwnerFile;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.kafka.KafkaCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a worker needs to run tasks of a platform, in a file that is as secret as the platform's folder. Topics and group
 * are not in it: they are the same in one version, and another version is refused.
 *
 * @param version the platform's
 * @param host the machine that the platform runs on, for error messages
 * @param bootstrapServers its Kafka
 * @param cluster the id of that Kafka, so that no worker joins another one that listens there later
 * @param key what secrets of endpoints are encrypted with
 * @param password that of Kafka Connect's HTTP API, by which workers of the group pass requests on to each other
 */
public record JoinFile(
        String version, String host, String bootstrapServers, String cluster, String key, String password) {
    private static final String BROKER = "kafka";

    /**
     * The file for a platform of this machine. Its broker must run; itself need not.
     *
     * @param folder the platform's
     * @return empty when no broker runs there, or no platform has ever
     * @throws org.apache.kafka.common.errors.TimeoutException when the broker does not answer
     */
    public static Optional<JoinFile> of(LocalDirectory folder) {
        var key = PlatformApi.key(folder);
        var password = ConnectPassword.read(folder);
        return ProcessRecord.read(folder, BROKER)
                .filter(ProcessRecord::isAlive)
                .filter(broker -> Files.exists(key) && password.isPresent())
                .map(broker -> "127.0.0.1:" + broker.port())
                .map(servers -> new JoinFile(
                        PlatformApi.version(),
                        thisHost(),
                        servers,
                        KafkaCluster.id(servers, "Look into logs/kafka.log of " + folder.root() + "."),
                        text(key).strip(),
                        password.orElseThrow()));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it has
     * @throws PlatformException when it is no join file, or one of another version
     */
    public static JoinFile read(Path file) {
        try {
            var json = Json.MAPPER.readTree(text(file));
            var version = field(json, "caudal");
            if (!version.equals(PlatformApi.version())) {
                throw new PlatformException(
                        "The join file %s is of Caudal %s, and this is Caudal %s. Run the worker with the platform's version, or make the file anew after the platform was started with this one."
                                .formatted(file, version, PlatformApi.version()));
            }
            return new JoinFile(
                    version,
                    field(json, "host"),
                    field(json, "bootstrap.servers"),
                    field(json, "cluster"),
                    field(json, "key"),
                    field(json, "password"));
        } catch (IOException | IllegalArgumentException e) {
            throw new PlatformException(
                    "%s is no join file of Caudal. Make one with 'caudal join-file FILE'.".formatted(file), e);
        }
    }

    /**
     * Writes a new file that only its owner may read.
     *
     * @param file the file
     * @throws PlatformException when it is there, or cannot be written
     */
    public void write(Path file) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("caudal", version)
                .put("host", host)
                .put("bootstrap.servers", bootstrapServers)
                .put("cluster", cluster)
                .put("key", key)
                .put("password", password);
        try {
            OwnerFile.create(file, json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new PlatformException(
                    "Cannot write the join file %s: %s. Give another name, or delete what is there.".formatted(file, e),
                    e);
        }
    }

    /** Puts the secrets where a worker looks for them. */
    void unpack(LocalDirectory folder) {
        try {
            Files.createDirectories(folder.root());
            OwnerFile.replace(PlatformApi.key(folder), key + "\n");
            OwnerFile.replace(ConnectPassword.file(folder), password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into %s: %s.".formatted(folder.root(), e), e);
        }
    }

    /** Makes sure that the platform's Kafka is where the file says, and no other is. */
    void requireKafka() {
        var id = KafkaCluster.id(
                bootstrapServers,
                host.equals(thisHost())
                        ? "Start the platform with 'caudal up'; its workers go on by themselves when it comes back."
                        : "It serves only the machine it is on: the join file was made on %s, and this is %s. Run the worker there."
                                .formatted(host, thisHost()));
        if (!id.equals(cluster)) {
            throw new PlatformException(
                    "Kafka at %s is not the one that the join file was made of (cluster %s, the file has %s): another platform has taken the port since, or its data was deleted. Make a new file with 'caudal join-file FILE'."
                            .formatted(bootstrapServers, id, cluster));
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "JoinFile[" + bootstrapServers + " on " + host + "]";
    }

    private static String field(JsonNode json, String name) {
        return json.required(name).asText();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PlatformException("Cannot read %s: %s.".formatted(file, e), e);
        }
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
