package dev.caudal.server.endpoint;

import java.util.List;
import java.util.Optional;

/** The types of endpoints that there are. */
public final class EndpointTypes {
    /** All of them. */
    public static final List<EndpointType> ALL = List.of(MySqlType.TYPE, KafkaType.TYPE, MskType.TYPE);

    private EndpointTypes() {}

    /**
     * Finds a type.
     *
     * @param name its word
     * @return empty when there is none
     */
    public static Optional<EndpointType> of(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** Their words, for people. */
    static String names() {
        return String.join(", ", ALL.stream().map(EndpointType::name).toList());
    }
}
