package dev.caudal.server.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where other machines find something of the platform, by TLS.
 *
 * @param host a name or an address of this machine; {@code 0.0.0.0} for all
 * @param port 1 to 65535
 */
public record NetworkAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");

    /**
     * Reads one.
     *
     * @param text {@code HOST} or {@code HOST:PORT}, an IPv6 address in brackets
     * @param usualPort the port where none is given
     * @return the address
     * @throws IllegalArgumentException saying what is wrong
     */
    public static NetworkAddress parse(String text, int usualPort) {
        var parts = FORM.matcher(text);
        int port = !parts.matches() ? 0 : parts.group(2) == null ? usualPort : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "'%s' is no address of a machine. Give HOST or HOST:PORT, an IPv6 address in brackets."
                            .formatted(text));
        }
        return new NetworkAddress(parts.group(1), port);
    }

    /**
     * By what names and addresses clients may call it.
     *
     * @return the host; where it is all of them, this machine's name and addresses
     * @throws UnknownHostException when there is no such host
     * @throws SocketException when the machine does not tell its addresses
     */
    public List<String> names() throws UnknownHostException, SocketException {
        var address = InetAddress.getByName(host);
        Set<String> names = new LinkedHashSet<>();
        if (address.isAnyLocalAddress()) {
            names.add(InetAddress.getLocalHost().getHostName());
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> !(each instanceof Inet6Address six && six.isLinkLocalAddress()))
                    .map(InetAddress::getHostAddress)
                    .map(text -> text.replaceAll("%.*", ""))
                    .forEach(names::add);
        } else {
            names.add(bare());
        }
        return List.copyOf(names);
    }

    /**
     * The host as certificates and sockets have it.
     *
     * @return an IPv6 address without brackets
     */
    public String bare() {
        return host.replaceAll("[\\[\\]]", "");
    }

    /**
     * As an address to call.
     *
     * @return with {@code https}
     */
    public URI uri() {
        return URI.create("https://%s:%d/".formatted(host, port));
    }
}
