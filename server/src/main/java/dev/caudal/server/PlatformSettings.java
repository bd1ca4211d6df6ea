package dev.caudal.server;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalS3;
import dev.caudal.local.Port;
import dev.caudal.rest.RestProxyConfig;
import dev.caudal.server.monitor.AlertRules;
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

    /**
     * The same with other alerts.
     *
     * @param rules when somebody is told
     * @return a copy
     */
    public PlatformSettings alerting(AlertRules rules) {
        return new PlatformSettings(
                folder, kafkaPort, connectPort, apiPort, restPort, s3Port, awsPort, database, rules, network);
    }

    /**
     * A platform on the usual ports, or the next free ones, without a database.
     *
     * @param folder where it keeps everything
     * @return the settings
     */
    public static PlatformSettings usual(LocalDirectory folder) {
        return new PlatformSettings(
                folder,
                Port.preferred(KAFKA_PORT),
                Port.preferred(CONNECT_PORT),
                Port.preferred(API_PORT),
                Optional.of(Port.preferred(RestProxyConfig.USUAL_PORT)),
                Optional.of(Port.preferred(LocalS3.USUAL_PORT)),
                Optional.of(Port.preferred(ClusterSettings.USUAL_PORT)),
                Optional.empty(),
                AlertRules.USUAL,
                OtherMachines.NONE);
    }
}
