package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions of clusters as files: {@code DATA/clusters/NAME/cluster.json}, beside the folders of the brokers. */
final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);
    private static final String FILE = "cluster.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            // A list that an older version did not have is empty.
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path root;

    Definitions(LocalDirectory folder) {
        this.root = folder.data("clusters");
    }

    /** All readable ones; one that cannot be read is named in the log and left alone. */
    List<Definition> all() {
        try (var folders = Files.list(root)) {
            return folders.map(folder -> folder.resolve(FILE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one in one step, on the disk when this returns: a reader sees the old or the new one. */
    void write(Definition definition) {
        var name = definition.arn().name();
        try {
            var folder = privately(home(name));
            OwnerFile.replace(folder.resolve(FILE), JSON.writeValueAsString(definition));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the definition of the cluster %s in %s: %s.".formatted(name, root, e.getMessage()),
                    e);
        }
    }

    /** Where one of its brokers keeps everything; readable by the owner only. */
    Path data(ClusterName name, Node node) {
        try {
            return privately(privately(home(name)).resolve("b-" + node.number()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the data of one of its brokers. */
    void delete(ClusterName name, Node node) {
        Folders.delete(home(name).resolve("b-" + node.number()));
    }

    /** Deletes the brokers' data and, when nothing is left of it, the definition. */
    void delete(Definition definition) {
        var name = definition.arn().name();
        definition.nodes().forEach(node -> delete(name, node));
        Folders.delete(home(name));
    }

    /** Whether there is something of a cluster of that name, readable or not. */
    boolean isTaken(ClusterName name) {
        return Files.exists(home(name).resolve(FILE));
    }

    /** Where everything of a cluster is. */
    Path home(ClusterName name) {
        return root.resolve(name.text());
    }

    private static Path privately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Optional<Definition> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Definition.class));
        } catch (JsonProcessingException e) {
            LOG.atError()
                    .addKeyValue("file", file)
                    .setCause(e)
                    .log("a cluster is left out: its definition cannot be read");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
