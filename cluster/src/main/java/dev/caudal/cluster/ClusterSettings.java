package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.util.Optional;

/**
 * Where the clusters of a platform are.
 *
 * @param folder the platform's folder
 * @param port where the API shall listen on 127.0.0.1
 * @param firstAddress where brokers' addresses begin: {@code 127.a.b.c}; each broker has one of its own, counted from here
 * @param region the region that the API plays, which clients have to sign for
 * @param advertised where the platform's own broker serves other machines, host and port, if it does
 */
public record ClusterSettings(
        LocalDirectory folder, Port port, String firstAddress, String region, Optional<String> advertised) {
    /** The API's usual port. */
    public static final int USUAL_PORT = 4566;

    /** The region when none is given. */
    public static final String USUAL_REGION = "us-east-1";

    /** The account that owns the clusters. */
    static final String ACCOUNT = "000000000000";

    /**
     * Those of a platform whose broker serves this machine only.
     *
     * @param folder the platform's folder
     * @param port where the API shall listen on 127.0.0.1
     * @param firstAddress where brokers' addresses begin
     * @param region the region that the API plays
     */
    public ClusterSettings(LocalDirectory folder, Port port, String firstAddress, String region) {
        this(folder, port, firstAddress, region, Optional.empty());
    }

    /** Checks the address. */
    public ClusterSettings {
        if (!firstAddress.matches("127(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException(
                    "Brokers cannot begin at %s: it is not one of 127.0.0.0/8.".formatted(firstAddress));
        }
    }

    /**
     * The usual ones: brokers from 127.0.0.11 on, region {@value #USUAL_REGION}.
     *
     * @param folder the platform's folder
     * @param port where the API shall listen on 127.0.0.1
     * @return the settings
     */
    public static ClusterSettings usual(LocalDirectory folder, Port port) {
        return new ClusterSettings(folder, port, "127.0.0.11", USUAL_REGION);
    }

    /**
     * The same of a platform whose broker may serve other machines.
     *
     * @param servers where, host and port, if it does
     * @return a copy
     */
    public ClusterSettings advertising(Optional<String> servers) {
        return new ClusterSettings(folder, port, firstAddress, region, servers);
    }
}
