package dev.caudal.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority of one test, and what it signs. The JDK's keytool makes the keys; all files are PEM and lie in
 * the test's folder. For one thread.
 */
public final class TestAuthority {
    /** What opens every key store. */
    public static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Path store;

    private TestAuthority(Path folder, Path store) {
        this.folder = folder;
        this.store = store;
    }

    /**
     * Makes an authority that nobody else trusts, in about two seconds.
     *
     * @param folder an existing folder, which no other authority uses
     * @return the authority
     */
    public static TestAuthority create(Path folder) {
        var authority = new TestAuthority(folder, folder.resolve("authority.p12"));
        authority.generate(AUTHORITY, "-ext", "bc:c");
        authority.write(AUTHORITY, false);
        return authority;
    }

    /**
     * What a client has to trust.
     *
     * @return the authority's certificate
     */
    public Path certificate() {
        return folder.resolve(AUTHORITY + ".pem");
    }

    /**
     * Makes the identity of a server.
     *
     * @param host the one name or IPv4 address that it is for
     * @return a file with the private key, the certificate and the authority's
     */
    public Path server(String host) {
        var kind = host.matches("[0-9.]+") ? "ip:" : "dns:";
        generate(host, "-ext", "san=" + kind + host, "-signer", AUTHORITY);
        return write(host, true);
    }

    /**
     * Makes an identity, which can be a client's too, as {@link #server} does, as a key store.
     *
     * @param name the one name or IPv4 address that it is for
     * @return a PKCS12 file
     */
    public Path keyStore(String name) {
        server(name);
        try {
            var all = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    name,
                    all.getKey(name, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(name));
            var file = folder.resolve(name + ".p12");
            try (var out = Files.newOutputStream(file)) {
                one.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private void generate(String alias, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias + " of a test",
                "-keyalg",
                "RSA",
                "-validity",
                "2"));
        command.addAll(List.of(more));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new AssertionError("keytool: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private Path write(String alias, boolean withKey) {
        var pem = new StringBuilder();
        try {
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            if (withKey) {
                append(
                        pem,
                        "PRIVATE KEY",
                        keys.getKey(alias, PASSWORD.toCharArray()).getEncoded());
            }
            for (var certificate : keys.getCertificateChain(alias)) {
                append(pem, "CERTIFICATE", certificate.getEncoded());
            }
            return Files.writeString(folder.resolve(alias + ".pem"), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static void append(StringBuilder pem, String what, byte[] bytes) {
        pem.append("-----BEGIN ")
                .append(what)
                .append("-----\n")
                .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes))
                .append("\n-----END ")
                .append(what)
                .append("-----\n");
    }
}
