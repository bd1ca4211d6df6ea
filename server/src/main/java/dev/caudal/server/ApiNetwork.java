package dev.caudal.server;

import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.cluster.tls.Identity;
import dev.caudal.local.LocalDirectory;
import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.api.NetworkAddress;
import dev.caudal.server.api.NetworkListener;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * That the API also serves other machines, by TLS and only those who have a password.
 *
 * @param address where
 * @param certificate the certificate that somebody gave; empty: one is made at each start
 */
public record ApiNetwork(NetworkAddress address, Optional<Files> certificate) {
    /** The port where none is given. */
    public static final int USUAL_PORT = 8443;

    /** The longest that clients take. */
    private static final Duration LIFE = Duration.ofDays(397);

    /**
     * A certificate in files.
     *
     * @param certificate in PEM, with those of the authorities above it
     * @param key its key in PEM (PKCS #8, without a password)
     */
    public record Files(Path certificate, Path key) {}

    /** Lets pass where the API can ask for passwords. */
    void requireUsers(LocalDirectory folder) {
        if (new PlatformUsers(folder).all().filter(all -> !all.isEmpty()).isEmpty()) {
            throw new PlatformException(
                    "The API cannot listen at %s: there are no users, so everybody there could do everything. Run 'caudal user add NAME --role admin' first."
                            .formatted(address.uri()));
        }
    }

    /** With its certificate. */
    NetworkListener listener(LocalDirectory folder) {
        requireUsers(folder);
        try {
            return new NetworkListener(
                    address,
                    certificate.isPresent()
                            ? Identity.read(
                                    certificate.get().certificate(),
                                    certificate.get().key())
                            : issue(address, folder));
        } catch (IOException e) {
            throw new PlatformException(
                    "The API cannot listen at %s: %s. Give a name or an address of this machine."
                            .formatted(address.uri(), e),
                    e);
        } catch (IllegalArgumentException e) {
            throw new PlatformException("The API has no certificate: " + e.getMessage(), e);
        }
    }

    /** A new certificate for an address, by the authority that clients of this platform trust. */
    static Identity issue(NetworkAddress address, LocalDirectory folder) throws IOException {
        return CertificateAuthority.open(folder.data("certificates"), "Caudal", Clock.systemUTC())
                .issue("CN=" + address.host(), address.names(), LIFE);
    }
}
