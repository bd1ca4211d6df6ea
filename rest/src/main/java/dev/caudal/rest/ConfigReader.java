package dev.caudal.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values of one configuration and gathers all that is wrong with them. */
final class ConfigReader {
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    ConfigReader(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    String required(String name, String why) {
        var value = text(name);
        if (value.isEmpty()) {
            problem("%s is missing: %s.".formatted(name, why));
        }
        return value.orElse("");
    }

    long number(String name, long usual, long least, long most) {
        var value = text(name);
        if (value.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        problem("%s is %s, which is no whole number from %d to %d.".formatted(name, value.get(), least, most));
        return usual;
    }

    boolean flag(String name) {
        var value = text(name).orElse("false");
        if (!List.of("true", "false").contains(value)) {
            problem("%s is %s, which is neither true nor false.".formatted(name, value));
        }
        return value.equals("true");
    }

    /** One of some words, the first of which is the usual one. */
    String word(String name, String usual, String... others) {
        var words = Stream.concat(Stream.of(usual), Arrays.stream(others)).toList();
        var value = text(name).orElse(usual);
        if (words.contains(value)) {
            return value;
        }
        problem("%s is %s, which is none of %s.".formatted(name, value, String.join(", ", words)));
        return usual;
    }

    Acknowledgement acknowledgement(String name) {
        var value = text(name).orElse(Acknowledgement.NEXT_READ.word());
        return Arrays.stream(Acknowledgement.values())
                .filter(each -> each.word().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    problem("%s is %s, which is neither next-read nor explicit.".formatted(name, value));
                    return Acknowledgement.NEXT_READ;
                });
    }

    /** Addresses such as {@code http://127.0.0.1:8082}, separated by commas. */
    List<URI> addresses(String name, String usual) {
        return Arrays.stream(text(name).orElse(usual).split(","))
                .map(String::trim)
                .filter(address -> !address.isEmpty())
                .flatMap(address -> address(name, address).stream())
                .toList();
    }

    /** Words, separated by commas. */
    List<String> list(String name) {
        return Arrays.stream(text(name).orElse("").split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The settings for one kind of Kafka client: those of all clients first, its own over them. */
    Map<String, String> client(String prefix) {
        var settings = new HashMap<String, String>();
        for (var start : List.of("client.", prefix)) {
            values.forEach((name, value) -> {
                if (name.startsWith(start) && !ConfigKey.isKnown(name) && !ConfigKey.isIgnored(name)) {
                    settings.put(name.substring(start.length()), value);
                }
            });
        }
        return settings;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** What works, but is probably not meant so. */
    void warning(String warning) {
        warnings.add(warning);
    }

    /** Ends the reading. */
    void check() {
        if (!problems.isEmpty()) {
            throw new RestProxyException(
                    "The REST proxy cannot start with this configuration. " + String.join(" ", problems));
        }
    }

    /** What is not wrong but probably not meant. */
    List<String> warnings() {
        var names = values.keySet().stream()
                .sorted()
                .filter(name -> !ConfigKey.isKnown(name))
                .filter(name -> ConfigKey.isIgnored(name) || !ConfigKey.isForClients(name))
                .map(ConfigReader::unused);
        return Stream.concat(warnings.stream(), names).toList();
    }

    private static String unused(String name) {
        if (ConfigKey.isIgnored(name)) {
            return "%s means nothing to this proxy and is ignored.".formatted(name);
        }
        return "%s is unknown and is ignored%s."
                .formatted(
                        name,
                        ConfigKey.nearest(name)
                                .map(near -> "; perhaps %s is meant".formatted(near))
                                .orElse(""));
    }

    private Optional<URI> address(String name, String text) {
        try {
            var uri = URI.create(text);
            boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getPort() >= 0) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // Told below, as an address of another kind is.
        }
        problem("%s has %s, which is no address like http://127.0.0.1:8082.".formatted(name, text));
        return Optional.empty();
    }
}
