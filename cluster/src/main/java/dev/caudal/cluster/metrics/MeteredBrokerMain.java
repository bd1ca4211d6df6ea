package dev.caudal.cluster.metrics;

import dev.caudal.local.BrokerMain;
import io.prometheus.jmx.JmxCollector;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker's own process that also tells what it measures, from before the broker starts until the process ends. */
public final class MeteredBrokerMain {
    /** Where it tells it on the broker's address: for the platform, which serves MSK's ports. */
    static final int PORT = 11_003;

    /** MSK's names in Prometheus's format are those of the JMX exporter without any rule. */
    private static final String NO_RULES = "{}";

    private MeteredBrokerMain() {}

    /**
     * Runs a broker.
     *
     * @param arguments the file with the broker's properties, the cluster's id, the broker's address
     * @throws Exception when it cannot start; the text is the broker's own
     */
    public static void main(String[] arguments) throws Exception {
        var values =
                new BrokerValues(new Beans(ManagementFactory.getPlatformMBeanServer()), data(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(values::leave, "leave"));
        var registry = new PrometheusRegistry();
        new JmxCollector(NO_RULES).register(registry);
        Map<String, TextServer.Page> pages =
                Map.of("/sample", () -> values.look().json(), "/metrics", () -> exposition(registry));
        var server = TextServer.open(InetAddress.getByName(arguments[2]), PORT, pages);
        try {
            BrokerMain.main(arguments);
        } finally {
            // Its thread would keep a process that does not serve.
            server.close();
        }
    }

    private static String exposition(PrometheusRegistry registry) throws IOException {
        var text = new ByteArrayOutputStream(1 << 20);
        PrometheusTextFormatWriter.create().write(text, registry.scrape());
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The folder of the broker's log, whose disk is looked at; its parent exists from the beginning. */
    private static Path data(Path file) throws IOException {
        var settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return Path.of(settings.getProperty("log.dirs")).resolveSibling("");
    }
}
