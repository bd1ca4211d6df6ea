package dev.caudal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A program that captures, as a connector for a stock worker. */
interface Engine {
    /** Its name in options and results. */
    String name();

    /** Whether the worker must support exactly-once sources. */
    boolean isExactlyOnce();

    /** Whether it takes part there. */
    default boolean does(Part part) {
        return true;
    }

    /** The folder for the worker's {@code plugin.path}, below the root of the project. */
    Path plugins(Path root);

    /** The connector's settings. */
    Map<String, String> settings(Job job, Servers servers);

    /** The body of a request that puts the connector at a place of the log; empty where it has none. */
    Optional<JsonNode> offsets(Job job, LogMark mark);

    /**
     * Where everything runs.
     *
     * @param databasePort the database's port on the loopback address
     * @param user its user
     * @param password the user's password
     * @param bootstrapServers the broker
     */
    record Servers(int databasePort, String user, String password, String bootstrapServers) {}
}
