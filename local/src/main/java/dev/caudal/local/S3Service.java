package dev.caudal.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a local object store is run. */
final class S3Service implements Service {
    /** The heap starts small; a signed part is held in memory while its checksum is compared. */
    private static final List<String> OPTIONS = List.of(
            "-Xms8m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dlog4j2.disableJmx=true",
            "-Dlog4j2.configurationFile=dev/caudal/local/child-log4j2.properties");

    private static final int TIMEOUT_MS = 2_000;

    private final Path data;
    private final Port port;
    private final JavaCommand java;

    S3Service(LocalDirectory folder, Port port, JavaCommand java) {
        this.data = folder.data(LocalS3.NAME);
        this.port = port;
        this.java = java;
    }

    @Override
    public String name() {
        return LocalS3.NAME;
    }

    @Override
    public Port port() {
        return port;
    }

    @Override
    public List<String> command(int chosen) {
        return java.of(OPTIONS, S3Main.class, data.toString(), Integer.toString(chosen));
    }

    @Override
    public Map<String, String> environment() {
        return java.environment();
    }

    @Override
    public void prepare(int chosen) {}

    /** An unsigned request is refused in the manner of S3. */
    @Override
    public boolean answers(int chosen) {
        try {
            var url = LocalS3.endpoint(chosen).toURL();
            var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_FORBIDDEN
                        && connection.getHeaderField("x-amz-request-id") != null;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
