package dev.caudal.server.connect;

import dev.caudal.local.LocalDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.rest.ConnectRestExtension;
import org.apache.kafka.connect.rest.ConnectRestExtensionContext;

/** Keeps web pages and whoever has no password away from the HTTP API of the platform's Connect worker. */
public final class ConnectDoor implements ConnectRestExtension {
    /** The worker's setting that names the platform's folder. */
    public static final String FOLDER = "caudal.folder";

    private Optional<String> password = Optional.empty();

    /** For the worker. */
    public ConnectDoor() {}

    @Override
    public void configure(Map<String, ?> settings) {
        var folder = new LocalDirectory(Path.of(String.valueOf(settings.get(FOLDER))));
        password = ConnectPassword.read(folder);
        if (password.isEmpty()) {
            throw new ConfigException("There is no password in %s.".formatted(ConnectPassword.file(folder)));
        }
    }

    @Override
    public void register(ConnectRestExtensionContext context) {
        context.configurable().register(new ConnectDoorFilter(password.orElseThrow()));
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void close() {}
}
