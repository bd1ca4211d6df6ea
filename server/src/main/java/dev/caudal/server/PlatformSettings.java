package dev.caudal.server;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.monitor.AlertRules;
import dev.caudal.server.world.PlatformDatabase;
import java.util.Optional;

/**
 * What a platform is started with.
 *
 * @param folder where it keeps everything
 * @param kafkaPort where the broker shall listen on the loopback address
 * @param connectPort where the Connect worker's HTTP API shall listen on the loopback address
 * @param apiPort where the platform's own HTTP API shall listen on the loopback address
 * @param restPort where the REST proxy shall listen on the loopback address, if there shall be one
 * @param s3Port where the object store shall listen on the loopback address, if there shall be one
 * @param awsPort where the API of Kafka clusters shall listen on the loopback address, if there shall be one
 * @param database the database that comes with the platform, if one shall
 * @param alerts when somebody is told that a task is not well
 * @param network what of it shall also serve other machines
 */
public record PlatformSettings(
        LocalDirectory folder,
        Port kafkaPort,
        Port connectPort,
        Port apiPort,
        Optional<Port> restPort,
        Optional<Port> s3Port,
        Optional<Port> awsPort,
        Optional<PlatformDatabase> database,
        AlertRules alerts,
        OtherMachines network) {
    /** The broker's usual port. */
    public static final int KAFKA_PORT = 9092;

    /** The Connect worker's usual port. */
    public static final int CONNECT_PORT = 8083;

    /** The usual port of the platform's API. */
    public static final int API_PORT = 8080;

    /**
     * A platform without a REST proxy, an object store and clusters, its API on some free port.
     *
     * @param folder where it keeps everything
     * @param kafkaPort where the broker shall listen on the loopback address
     * @param connectPort where the Connect worker's HTTP API shall listen on the loopback address
     * @param database the database that comes with the platform, if one shall
     */
    public PlatformSettings(
            LocalDirectory folder, Port kafkaPort, Port connectPort, Optional<PlatformDatabase> database) {
        this(
                folder,
                kafkaPort,
                connectPort,
                Port.any(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                database,
                AlertRules.USUAL,
                OtherMachines.NONE);
    }
}
