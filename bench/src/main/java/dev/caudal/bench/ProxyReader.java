package dev.caudal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** One consumer of the proxy, read over one connection, binary. Used by one thread. */
final class ProxyReader implements AutoCloseable {
    private static final String TYPE = "application/vnd.kafka.v2+json";
    private static final String BINARY = "application/vnd.kafka.binary.v2+json";
    private static final byte[] MARK = "\"offset\":".getBytes(StandardCharsets.US_ASCII);
    private static final int APART = SampleRecords.BYTES * 4 / 3;

    private final HttpConnection connection;
    private final String path;

    /** Makes a consumer of these partitions that begins at their beginning. */
    ProxyReader(int port, String group, List<TopicPartition> partitions) throws IOException {
        connection = new HttpConnection(port);
        post(
                "/consumers/" + group,
                "{\"name\":\"reader\",\"format\":\"binary\",\"auto.offset.reset\":\"earliest\",\"auto.commit.enable\":\"false\"}");
        path = "/consumers/" + group + "/instances/reader";
        post(
                path + "/assignments",
                partitions.stream()
                        .map(each -> "{\"topic\":\"%s\",\"partition\":%d}".formatted(each.topic(), each.partition()))
                        .collect(Collectors.joining(",", "{\"partitions\":[", "]}")));
    }

    /** Reads so many records. */
    void read(int count, Duration limit) throws IOException {
        var request = HttpRequest.get(path + "/records", BINARY);
        long begin = System.nanoTime();
        int found = 0;
        while (found < count) {
            found += connection.exchange(request).orFail().count(MARK, APART);
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new BenchFailure(
                        "Only %d of %d records were read in %d s.".formatted(found, count, limit.toSeconds()));
            }
        }
    }

    private void post(String target, String body) throws IOException {
        var unused = connection.exchange(HttpRequest.post(target, TYPE, body)).orFail();
    }

    @Override
    public void close() throws IOException {
        try {
            var unused = connection.exchange(HttpRequest.delete(path, TYPE)).orFail();
        } finally {
            connection.close();
        }
    }
}
