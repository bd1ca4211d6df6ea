package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The secrets of the platform, of users of its clusters only: {@code DATA/secrets/NAME.json}, each readable by the owner of
 * the folder only. Any thread may call it.
 */
final class Secrets {
    /** What MSK wants the names to begin with. */
    static final String PREFIX = "AmazonMSK_";

    private static final Pattern NAME = Pattern.compile(PREFIX + "[A-Za-z0-9_+=.@-]{1,200}");
    private static final int LARGEST = 65_536;
    private static final int SUFFIX = 6;
    private final JsonFolder<Secret> files;
    private final String region;
    private final Clock clock;

    Secrets(LocalDirectory folder, String region, Clock clock) {
        this.files = new JsonFolder<>(folder.data("secrets"), NAME, Secret.class);
        this.region = region;
        this.clock = clock;
    }

    /** Keeps a new one. */
    synchronized Secret create(String name, String text, Optional<String> key) {
        if (!NAME.matcher(name).matches()) {
            throw ApiError.of(
                    400,
                    "InvalidParameterException",
                    "The local platform keeps secrets of Kafka users only: names %s… of letters, digits and _+=.@-, not %s."
                            .formatted(PREFIX, name));
        }
        if (files.has(name)) {
            throw ApiError.of(400, "ResourceExistsException", "The secret %s exists already.".formatted(name));
        }
        var suffix = UUID.randomUUID().toString().substring(0, SUFFIX);
        var arn = "arn:aws:secretsmanager:%s:%s:secret:%s-%s".formatted(region, ClusterSettings.ACCOUNT, name, suffix);
        var secret =
                new Secret(name, arn, key, clock.instant(), UUID.randomUUID().toString(), checked(text));
        write(secret);
        return secret;
    }

    /** Gives one another text. */
    synchronized Secret change(String id, String text) {
        checked(text);
        return update(
                id,
                old -> new Secret(
                        old.name(),
                        old.arn(),
                        old.key(),
                        old.created(),
                        UUID.randomUUID().toString(),
                        text));
    }

    /** Removes one. */
    synchronized Secret delete(String id) {
        var secret = get(id);
        files.delete(secret.name());
        return secret;
    }

    /** The secret with that name or ARN. */
    Secret get(String id) {
        return find(id).orElseThrow(() -> ApiError.of(
                400, "ResourceNotFoundException", "Secrets Manager can't find the secret %s.".formatted(id)));
    }

    /** The secret with that name or ARN, if there is one. */
    Optional<Secret> find(String id) {
        return all().stream()
                .filter(each -> each.name().equals(id) || each.arn().equals(id))
                .findFirst();
    }

    /** All of them, by name. */
    List<Secret> all() {
        return files.all();
    }

    private Secret update(String id, UnaryOperator<Secret> change) {
        return write(change.apply(get(id)));
    }

    private Secret write(Secret secret) {
        return files.write(secret.name(), secret);
    }

    private static String checked(String text) {
        if (text.isEmpty() || text.length() > LARGEST) {
            throw ApiError.of(
                    400,
                    "InvalidParameterException",
                    "A secret has 1 to %d characters, not %d.".formatted(LARGEST, text.length()));
        }
        return text;
    }
}
