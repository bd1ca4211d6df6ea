package dev.caudal.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.caudal.cluster.tls.PrivateFile;
import dev.caudal.local.LocalDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The configurations of the platform, {@code DATA/configurations/NAME.json}. Any thread may call it. */
final class Configurations {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,127}");
    private static final int MOST = 100;
    private static final String END = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private final Path folder;
    private final String region;
    private final Clock clock;

    Configurations(LocalDirectory folder, String region, Clock clock) {
        this.folder = folder.data("configurations");
        this.region = region;
        this.clock = clock;
    }

    /** Keeps a new one with its first revision. */
    synchronized Configuration create(String name, String description, List<String> versions, String properties) {
        if (!NAME.matcher(name).matches()) {
            throw ApiError.badRequest(
                    "name",
                    "The name of a configuration has 1 to 128 letters, digits and hyphens and no hyphen first; it is %s."
                            .formatted(name));
        }
        if (Files.exists(file(name))) {
            throw ApiError.conflict("name", "A configuration named %s exists already.".formatted(name));
        }
        if (all().size() >= MOST) {
            throw ApiError.badRequest("name", "There are %d configurations, the most there may be.".formatted(MOST));
        }
        ServerProperties.parse(properties);
        var arn = new ConfigurationArn("arn:aws:kafka:%s:%s:configuration/%s/%s-1"
                .formatted(region, ClusterSettings.ACCOUNT, name, UUID.randomUUID()));
        var first = new Configuration.Revision(1, clock.instant(), Optional.of(description), properties);
        return write(new Configuration(arn, description, versions, List.of(first)));
    }

    /** Adds a revision. */
    synchronized Configuration change(ConfigurationArn arn, Optional<String> description, String properties) {
        ServerProperties.parse(properties);
        return write(get(arn).with(clock.instant(), description, properties));
    }

    /** Removes one, which no cluster may have. */
    synchronized void delete(ConfigurationArn arn) {
        try {
            Files.delete(file(get(arn).arn().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Configuration get(ConfigurationArn arn) {
        return all().stream()
                .filter(each -> each.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("arn", "There is no configuration %s.".formatted(arn)));
    }

    /** What a cluster is to have: {@code configurationInfo} of a request. */
    Configuration.Use use(Fields info) {
        var arn = ConfigurationArn.parse(info.requiredText("arn"));
        var revision = get(arn).revision(info.requiredInteger("revision"));
        return new Configuration.Use(arn, revision.number(), ServerProperties.parse(revision.properties()));
    }

    /** All of them, by name. */
    List<Configuration> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(NAME + "\\" + END))
                    .sorted()
                    .map(Configurations::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration write(Configuration configuration) {
        try {
            PrivateFile.write(file(configuration.arn().name()), JSON.writeValueAsString(configuration));
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the configuration %s.".formatted(configuration.arn()), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + END);
    }

    private static Configuration read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Configuration.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the configuration in %s.".formatted(file), e);
        }
    }
}
