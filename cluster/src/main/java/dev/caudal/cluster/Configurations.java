package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The configurations of the platform, {@code DATA/configurations/NAME.json}. Any thread may call it. */
final class Configurations {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,127}");
    private static final int MOST = 100;
    private final JsonFolder<Configuration> files;
    private final String region;
    private final Clock clock;

    Configurations(LocalDirectory folder, String region, Clock clock) {
        this.files = new JsonFolder<>(folder.data("configurations"), NAME, Configuration.class);
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
        if (files.has(name)) {
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
        files.delete(get(arn).arn().name());
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
        return files.all();
    }

    private Configuration write(Configuration configuration) {
        return files.write(configuration.arn().name(), configuration);
    }
}
