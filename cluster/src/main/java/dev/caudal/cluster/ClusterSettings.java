package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;

/**
 * Where the clusters of a platform are.
 *
 * @param folder the platform's folder
 * @param port where the API shall listen on 127.0.0.1
 * @param firstAddress where brokers' addresses begin: {@code 127.a.b.c}; each broker has one of its own, counted from here
 * @param region the region that the API plays, which clients have to sign for
 */
public record ClusterSettings(LocalDirectory folder, Port port, String firstAddress, String region) {
    /** The API's usual port. */
    public static final int USUAL_PORT = 4566;

    /** The region when none is given. */
    public static final String USUAL_REGION = "us-east-1";

    /** The account that owns the clusters. */
    static final String ACCOUNT = "000000000000";

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
}
