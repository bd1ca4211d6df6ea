package dev.caudal.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The TCP port that a local server shall use on the loopback address.
 *
 * @param number the wanted port, 1 to 65535
 * @param fixed whether no other port will do
 */
public record Port(int number, boolean fixed) {
    /** Below the range that Linux gives to outgoing connections, so that a chosen port stays free until it is bound. */
    private static final int FIRST_ANY = 20_000;

    private static final int LAST_ANY = 32_000;
    private static final int HIGHEST = 65_535;
    private static final int TRIES = 100;

    /** Checks the range. */
    public Port {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException("Port %d is not between 1 and %d.".formatted(number, HIGHEST));
        }
    }

    /**
     * Exactly this port: when it is taken, the server does not start.
     *
     * @param number 1 to 65535
     * @return the wish
     */
    public static Port exactly(int number) {
        return new Port(number, true);
    }

    /**
     * This port, or the next free one.
     *
     * @param number 1 to 65535
     * @return the wish
     */
    public static Port preferred(int number) {
        return new Port(number, false);
    }

    /**
     * Some free port, another one each time.
     *
     * @return the wish
     */
    public static Port any() {
        return preferred(ThreadLocalRandom.current().nextInt(FIRST_ANY, LAST_ANY));
    }

    /**
     * Finds the port to use now.
     *
     * @param server the server that shall listen, for the error message
     * @return a port that is free at this moment
     * @throws LocalServerException when the fixed port, or every port tried, is taken
     */
    public int choose(String server) {
        return choose(server, InetAddress.getLoopbackAddress());
    }

    /**
     * The same on another address of this machine.
     *
     * @param server the server that shall listen, for the error message
     * @param address where it shall listen
     * @return a port that is free there at this moment
     * @throws LocalServerException when the fixed port, or every port tried, is taken
     */
    public int choose(String server, InetAddress address) {
        if (isFree(address, number)) {
            return number;
        }
        if (fixed) {
            throw new LocalServerException(
                    "Cannot start %s on %sport %d: another process listens there. Stop that process or give another port."
                            .formatted(server, isUsual(address) ? "" : address.getHostAddress() + ", ", number));
        }
        for (int next = number + 1; next <= Math.min(number + TRIES, HIGHEST); next++) {
            if (isFree(address, next)) {
                return next;
            }
        }
        throw new LocalServerException("Cannot start %s: port %d and the %d ports after it are taken. Give a free port."
                .formatted(server, number, TRIES));
    }

    /**
     * Whether a server that already listens on a port fulfils the wish.
     *
     * @param actual the port it listens on
     * @return true unless another port is demanded
     */
    boolean allows(int actual) {
        return !fixed || actual == number;
    }

    private static boolean isUsual(InetAddress address) {
        return address.equals(InetAddress.getLoopbackAddress());
    }

    private static boolean isFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
