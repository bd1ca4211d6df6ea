package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether something listens at a host and port to which the server may go. */
final class Reachability {
    private static final int PATIENCE_MILLIS = 5_000;

    /**
     * Why it cannot be reached.
     *
     * @param detail what was found
     * @param remedy what to do
     */
    record Obstacle(String detail, String remedy) {}

    private Reachability() {}

    static Optional<Obstacle> of(String host, int port) {
        try {
            var failure = Optional.<Obstacle>empty();
            for (var address : AddressPolicy.check(host)) {
                failure = connect(host, address, port);
                if (failure.isEmpty()) {
                    break;
                }
            }
            return failure;
        } catch (Refusal e) {
            return Optional.of(new Obstacle(e.detail(), e.remedy()));
        } catch (UnknownHostException e) {
            return Optional.of(new Obstacle(
                    "There is no host '%s'.".formatted(host), "Check the name, and the name service of this machine."));
        }
    }

    private static Optional<Obstacle> connect(String host, InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    new Obstacle(
                            "Nothing answers at %s:%d: %s.".formatted(host, port, e.getMessage()),
                            "Check host and port, whether the server runs, and that firewalls and security groups let this machine in."));
        }
    }
}
