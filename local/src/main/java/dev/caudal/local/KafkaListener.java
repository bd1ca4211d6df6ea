package dev.caudal.local;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One more place where a local broker serves its clients, beside the plain one.
 *
 * @param name letters, digits and underscores; unlike any other of the broker
 * @param protocol as {@code security.protocol} of a client: {@code SASL_SSL}, {@code SSL}, …
 * @param bound the address of this machine where it listens
 * @param host what it tells its clients to call it by
 * @param port 1 to 65535, free
 * @param settings the broker's settings for this listener only, without the prefix {@code listener.name.NAME.}
 */
public record KafkaListener(
        String name, String protocol, InetAddress bound, String host, int port, Map<String, String> settings) {
    /** Copies the settings. */
    public KafkaListener {
        settings = Map.copyOf(settings);
    }

    /**
     * One for this machine only.
     *
     * @param name letters, digits and underscores; unlike any other of the broker
     * @param protocol as {@code security.protocol} of a client
     * @param port 1 to 65535, free
     * @param settings the broker's settings for this listener only, without the prefix {@code listener.name.NAME.}
     */
    public KafkaListener(String name, String protocol, int port, Map<String, String> settings) {
        this(name, protocol, InetAddress.getLoopbackAddress(), "127.0.0.1", port, settings);
    }

    /** As one of {@code listeners}. */
    String endpoint() {
        return at(bound.getHostAddress());
    }

    /** As one of {@code advertised.listeners}. */
    String advertised() {
        return at(host);
    }

    private String at(String place) {
        return "%s://%s:%d".formatted(name, place.contains(":") ? "[" + place + "]" : place, port);
    }

    /** As one of {@code listener.security.protocol.map}. */
    String security() {
        return name + ":" + protocol;
    }

    /** Its settings under their full names. */
    Map<String, String> prefixed() {
        var prefixed = new TreeMap<String, String>();
        var prefix = "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
        settings.forEach((key, value) -> prefixed.put(prefix + key, value));
        return prefixed;
    }
}
