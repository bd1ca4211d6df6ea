package dev.caudal.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/**
 * Which certificates HTTP clients have to show.
 *
 * @param required whether those without any are refused; else only those with one that is not trusted are
 * @param trusted the authorities
 */
record ClientCertificates(boolean required, KeyStore trusted) {
    private static final String REQUIRED = "REQUIRED";
    private static final String PEM = "PEM";

    static Optional<ClientCertificates> read(ConfigReader reader) {
        var wanted = reader.word(ConfigKey.CLIENT_CERTIFICATES, "NONE", "REQUESTED", REQUIRED);
        if (wanted.equals("NONE")) {
            return Optional.empty();
        }
        // Without authorities of its own it would trust every public one, and so anybody.
        var file = Path.of(reader.required(
                ConfigKey.TRUSTSTORE, "it has the authorities of the certificates that clients may show"));
        if (file.toString().isEmpty()) {
            return Optional.empty();
        }
        try {
            var type = reader.text(ConfigKey.TRUSTSTORE_TYPE).orElse("PKCS12");
            var trusted = type.equals(PEM)
                    ? pem(file)
                    : load(
                            file,
                            type,
                            reader.text(ConfigKey.TRUSTSTORE_PASSWORD).orElse(""));
            return Optional.of(new ClientCertificates(wanted.equals(REQUIRED), trusted));
        } catch (IOException | GeneralSecurityException e) {
            reader.problem("%s is %s, which cannot be read: %s.".formatted(ConfigKey.TRUSTSTORE, file, e));
            return Optional.empty();
        }
    }

    private static KeyStore load(Path file, String type, String password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(type);
        try (var in = Files.newInputStream(file)) {
            store.load(in, password.isEmpty() ? null : password.toCharArray());
        }
        return store;
    }

    private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(file)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        return store;
    }
}
