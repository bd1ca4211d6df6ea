package dev.caudal.cluster.tls;

import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * An authority of this installation, which signs the certificates of brokers and clients. Its key is in the file
 * {@value #FILE} of a folder, its certificate also in {@value #CERTIFICATE}, for clients to trust.
 *
 * <p>Any thread may call it.
 */
public final class CertificateAuthority {
    /** The file with its certificate, which everybody may read. */
    public static final String CERTIFICATE = "ca.pem";

    private static final String FILE = "ca-key.pem";
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    private final Path file;
    private final Identity identity;
    private final Clock clock;

    private CertificateAuthority(Path file, Identity identity, Clock clock) {
        this.file = file;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The authority of a folder, which is made when there is none.
     *
     * @param folder where its files are; made for its owner only
     * @param name the common name of a new one
     * @param clock what certificates begin by
     * @return the authority
     */
    public static synchronized CertificateAuthority open(Path folder, String name, Clock clock) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                create(name, clock).write(file);
            }
            var identity = Identity.read(file);
            var certificate = folder.resolve(CERTIFICATE);
            if (!Files.exists(certificate)) {
                OwnerFile.replace(certificate, identity.chainText());
            }
            return new CertificateAuthority(certificate, identity, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep an authority in %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Makes a key and signs a certificate for it.
     *
     * @param subject whose, for example {@code CN=alice}
     * @param addresses names and addresses of a server, none for a client
     * @param life how long the certificate is good
     * @return the new identity; it is not kept
     */
    public Identity issue(String subject, List<String> addresses, Duration life) {
        var keys = Certificates.keys();
        var now = clock.instant();
        var certificate = Certificates.sign(
                new Certificates.Request(new X500Principal(subject), keys.getPublic(), addresses, false, now, life),
                identity.certificate().getSubjectX500Principal(),
                identity.key());
        return new Identity(keys.getPrivate(), List.of(certificate, identity.certificate()));
    }

    /**
     * Where its certificate is.
     *
     * @return a file in PEM
     */
    public Path file() {
        return file;
    }

    /**
     * Its certificate.
     *
     * @return what clients trust
     */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /**
     * Its certificate as text.
     *
     * @return PEM
     */
    public String text() {
        return identity.chainText();
    }

    private static Identity create(String name, Clock clock) {
        KeyPair keys = Certificates.keys();
        var subject = new X500Principal("CN=" + name);
        var request = new Certificates.Request(subject, keys.getPublic(), List.of(), true, clock.instant(), LIFE);
        return new Identity(keys.getPrivate(), List.of(Certificates.sign(request, subject, keys.getPrivate())));
    }
}
