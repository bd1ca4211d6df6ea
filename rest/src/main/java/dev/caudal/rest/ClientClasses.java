package dev.caudal.rest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that settings of Kafka's clients name for logging in, as those of Amazon MSK's IAM. */
final class ClientClasses {
    private static final Pattern LOGIN_MODULE =
            Pattern.compile("\\s*([\\w.$]+)\\s+(required|requisite|sufficient|optional)\\b.*", Pattern.DOTALL);

    private ClientClasses() {}

    /** Tells of those that are not there: Kafka's clients would fail with nothing but a name. */
    static void check(ConfigReader reader, Map<String, String> settings) {
        Stream.of("sasl.jaas.config", "sasl.client.callback.handler.class", "sasl.login.callback.handler.class")
                .filter(settings::containsKey)
                .forEach(name -> className(name, settings.getOrDefault(name, ""))
                        .filter(found -> !exists(found))
                        .ifPresent(missing -> reader.problem(
                                "client.%s names the class %s, which is not on the class path. Put its jar%s there by CAUDAL_CLASSPATH=JAR."
                                        .formatted(name, missing, jar(missing)))));
    }

    private static Optional<String> className(String name, String value) {
        if (!name.equals("sasl.jaas.config")) {
            return Optional.of(value.trim());
        }
        var module = LOGIN_MODULE.matcher(value);
        return module.matches() ? Optional.of(module.group(1)) : Optional.empty();
    }

    private static String jar(String missing) {
        return missing.startsWith("software.amazon.msk.auth.iam.")
                ? " (aws-msk-iam-auth-VERSION-all.jar, from github.com/aws/aws-msk-iam-auth)"
                : "";
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, ClientClasses.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
