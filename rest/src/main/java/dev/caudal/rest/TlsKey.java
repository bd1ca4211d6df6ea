package dev.caudal.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key and certificate that a server shows.
 *
 * @param file a key store
 * @param type its type, as {@code PKCS12} or {@code JKS}
 * @param password what opens it
 * @param keyPassword what opens the key in it
 */
record TlsKey(Path file, String type, String password, String keyPassword) {

    static Optional<TlsKey> read(ConfigReader reader) {
        var file = reader.text(ConfigKey.KEYSTORE).map(Path::of);
        file.filter(path -> !Files.isReadable(path))
                .ifPresent(
                        path -> reader.problem("%s is %s, which cannot be read.".formatted(ConfigKey.KEYSTORE, path)));
        var password = reader.text(ConfigKey.KEYSTORE_PASSWORD).orElse("");
        return file.map(path -> new TlsKey(
                path,
                reader.text(ConfigKey.KEYSTORE_TYPE).orElse("PKCS12"),
                password,
                reader.text(ConfigKey.KEY_PASSWORD).orElse(password)));
    }

    @Override
    public String toString() {
        return "TlsKey[" + file + "]";
    }
}
