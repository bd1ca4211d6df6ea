package dev.caudal.rest;

import dev.caudal.testkit.TestKafka;
import java.util.HashMap;
import java.util.Map;

/** A proxy on a free port before a broker of its own, or one that is shared. */
final class TestProxy implements AutoCloseable {
    private final RestProxy proxy;
    private final Http http;

    TestProxy(TestKafka kafka, String... settings) {
        this(kafka.bootstrapServers(), settings);
    }

    TestProxy(String bootstrapServers, String... settings) {
        Map<String, String> values = new HashMap<>();
        values.put("bootstrap.servers", bootstrapServers);
        values.put("listeners", "http://127.0.0.1:0");
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        proxy = RestProxy.start(RestProxyConfig.of(values));
        http = new Http(proxy.port());
    }

    int port() {
        return proxy.port();
    }

    Http http() {
        return http;
    }

    @Override
    public void close() {
        proxy.close();
    }
}
