package dev.caudal.s3.store;

import java.net.URI;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * A proxy of HTTP; whatever its scheme is, other than http means https.
 *
 * @param endpoint scheme, host and port
 * @param user empty for none
 * @param password empty for none
 */
record Proxy(URI endpoint, String user, String password) {

    static Optional<Proxy> of(AbstractConfig config) {
        return StoreSettings.text(config, StoreDefinition.PROXY_URL).map(text -> {
            URI url = URI.create(text);
            String[] inside = Optional.ofNullable(url.getUserInfo()).orElse(":").split(":", 2);
            String scheme = "http".equalsIgnoreCase(url.getScheme()) ? "http" : "https";
            int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("http") ? 80 : 443;
            return new Proxy(
                    URI.create(scheme + "://" + url.getHost() + ":" + port),
                    StoreSettings.text(config, StoreDefinition.PROXY_USER).orElse(inside[0]),
                    StoreSettings.secret(config, StoreDefinition.PROXY_PASSWORD)
                            .orElse(inside.length > 1 ? inside[1] : ""));
        });
    }
}
