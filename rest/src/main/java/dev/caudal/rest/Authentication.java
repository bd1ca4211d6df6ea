package dev.caudal.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a proxy knows its callers, and as whom they go to Kafka.
 *
 * @param realm what clients are told that the password is for
 * @param users the file of users
 * @param mechanism the SASL mechanism by which users with a login of their own go to Kafka; empty: there are none
 * @param passesThrough whether users without one go there with the name and password that they sent; else as the proxy
 * @param callers the most users at one time
 */
record Authentication(String realm, Path users, Optional<String> mechanism, boolean passesThrough, int callers) {
    private static final String PASS_THROUGH = "pass-through";
    private static final String PROXY = "proxy";

    static Optional<Authentication> read(ConfigReader reader) {
        if (reader.word(ConfigKey.AUTHENTICATION, "NONE", "BASIC").equals("NONE")) {
            return Optional.empty();
        }
        var users = Path.of(reader.required(
                ConfigKey.USERS, "it names the file of users, made by caudal rest-proxy user add FILE NAME"));
        if (!users.toString().isEmpty() && !Files.isReadable(users)) {
            reader.problem("%s is %s, which cannot be read. Make it by caudal rest-proxy user add %s NAME."
                    .formatted(ConfigKey.USERS, users, users));
        }
        boolean passesThrough =
                reader.word(ConfigKey.KAFKA_LOGIN, PASS_THROUGH, PROXY).equals(PASS_THROUGH);
        return Optional.of(new Authentication(
                reader.text(ConfigKey.REALM).orElse("Caudal REST proxy").replace("\"", ""),
                users,
                mechanism(reader, passesThrough),
                passesThrough,
                (int) reader.number(ConfigKey.CALLERS_MAX, 50, 1, 100_000)));
    }

    /** Checks the passwords of its users. */
    PasswordChecks<User, Caller> checks() {
        var file = new UserFile(users);
        var watched = new WatchedFile<>(users, () -> Map.copyOf(file.read()));
        return new PasswordChecks<>(
                name -> Optional.ofNullable(watched.content().get(name)),
                User::password,
                (user, sent, key) -> new Caller(user.name(), login(user, sent, key)));
    }

    private Optional<KafkaLogin> login(User user, BasicHeader sent, byte[] key) {
        var own = user.login().map(closed -> closed.open(key));
        return own.isPresent() || !passesThrough ? own : Optional.of(new KafkaLogin(sent.name(), sent.password()));
    }

    /** What HTTP clients are asked for. */
    String challenge() {
        return "Basic realm=\"%s\", charset=\"UTF-8\"".formatted(realm);
    }

    private static Optional<String> mechanism(ConfigReader reader, boolean passesThrough) {
        var clients = reader.client("admin.");
        var protocol = clients.getOrDefault("security.protocol", "PLAINTEXT");
        var mechanism = Optional.of(clients.getOrDefault("sasl.mechanism", "GSSAPI"))
                .filter(name -> protocol.startsWith("SASL_"))
                .filter(name -> KafkaLogin.module(name).isPresent());
        if (passesThrough && mechanism.isEmpty()) {
            reader.problem(
                    "The names and passwords of users go on to Kafka, which needs client.security.protocol=SASL_SSL"
                            + " (or SASL_PLAINTEXT) and client.sasl.mechanism=SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN."
                            + " Set %s=%s if all users may do what the proxy may."
                                    .formatted(ConfigKey.KAFKA_LOGIN, PROXY));
        }
        return mechanism;
    }
}
