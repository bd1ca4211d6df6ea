package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests to all routes: each is answered in time, none by an error that is not documented, and nothing stays
 * behind. {@code -Dcaudal.fuzz.seconds=N} lets it run longer, {@code -Dseed=N} sends the same requests again.
 */
@Tag(Tags.FAULTS)
final class FuzzIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 4;
    private static final int CONSUMERS = 6;
    private static final int MEGABYTES = 4;
    private static final int MOST_FAULTS = 20;
    private static final int HUNG_MILLIS = 60_000;
    private static final Set<Integer> SERVER_ERRORS = Set.of(50002, 50003, 50302);

    private static final V3Proxy V3 = new V3Proxy(
            "caudal.memory.max.bytes", String.valueOf(MEGABYTES << 20),
            "caudal.request.max.bytes", String.valueOf(MEGABYTES << 20),
            "caudal.consumers.max", String.valueOf(CONSUMERS),
            "consumer.request.timeout.ms", "200",
            "producer.max.block.ms", "300",
            "producer.delivery.timeout.ms", "10000",
            "producer.request.timeout.ms", "8000");

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Queue<AssertionError> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> consumers = ConcurrentHashMap.newKeySet();

    @Test
    void random_requests_are_answered_as_documented_and_leave_nothing_behind() throws Exception {
        try (V3) {
            V3.kafka().createTopic("fuzz", 2);
            V3.kafka().createTopic("other", 1);
            var routes = new ArrayList<>(FuzzRoute.unversioned());
            routes.addAll(FuzzRoute.versioned(
                    V3.proxy().http().get("/v3/openapi.json").json()));
            int files = openFiles();
            send(routes);
            System.out.println("fuzz: answers by status " + new TreeMap<>(statuses));

            FuzzRequests.GROUPS.forEach(group -> List.of("a", "b", "c")
                    .forEach(name -> consumers.add("/consumers/" + group + "/instances/" + name)));
            consumers.forEach(consumer -> V3.proxy().http().send("DELETE", consumer, ""));
            allConsumersAreFree();
            allMemoryIsFree();
            Eventually.passes(() -> assertThat(threads("rest-consumer")).isEmpty());
            Eventually.passes(
                    () -> assertThat(threads("kafka-coordinator-heartbeat")).isEmpty());
            Eventually.passes(() -> assertThat(openFiles()).isLessThan(files + 20));
        }
    }

    private void send(List<FuzzRoute> routes) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("caudal.fuzz.seconds", 8));
        long seed = Seeds.random("fuzz").nextLong();
        var threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            var requests = new FuzzRequests(new Random(seed + i), routes, V3.cluster());
            all.add(threads.submit((Callable<Void>) () -> {
                while (System.nanoTime() < end && faults.size() < MOST_FAULTS) {
                    try {
                        judge(requests.next());
                    } catch (AssertionError e) {
                        faults.add(e);
                    }
                }
                return null;
            }));
        }
        for (var each : all) {
            each.get();
        }
        threads.shutdown();
        if (!faults.isEmpty()) {
            faults.stream().skip(1).forEach(faults.element()::addSuppressed);
            throw faults.element();
        }
    }

    private void judge(FuzzRequests.Bytes request) {
        String answer;
        try {
            answer = answer(request);
        } catch (IOException e) {
            throw new AssertionError("No answer: " + e + " to\n" + request, e);
        }
        var what = answer + "\nis the answer to\n" + request;
        assertThat(answer).as(what).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(answer.substring(9, 12));
        var body = body(answer);
        int code = body.path("error_code").asInt();
        statuses.merge(code > 999 ? status + "/" + code : String.valueOf(status), 1, Integer::sum);
        if (status >= 500) {
            assertThat(SERVER_ERRORS).as(what).contains(code);
        } else if (status >= 400 && !request.isHead()) {
            assertThat(code).as(what).isPositive();
        }
        if (body.has("base_uri")) {
            consumers.add(java.net.URI.create(body.get("base_uri").asText()).getRawPath());
        }
    }

    private static String answer(FuzzRequests.Bytes request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), V3.proxy().port())) {
            socket.setSoTimeout(HUNG_MILLIS);
            try {
                socket.getOutputStream().write(request.head().getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(request.body());
            } catch (SocketException e) {
                // It may have been refused before all of it was sent; the answer is there.
            }
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketTimeoutException e) {
            throw new IOException("Only this came: " + answer.toString(StandardCharsets.UTF_8), e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode body(String answer) {
        int at = answer.indexOf("\r\n\r\n{");
        try {
            return at < 0 ? MissingNode.getInstance() : JSON.readTree(answer.substring(at + 4));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void allConsumersAreFree() {
        for (var method : List.of("POST", "DELETE")) {
            for (int i = 0; i < CONSUMERS; i++) {
                var answer = method.equals("POST")
                        ? V3.proxy().http().send(method, "/consumers/last", "{\"name\":\"n" + i + "\"}")
                        : V3.proxy().http().send(method, "/consumers/last/instances/n" + i, "");
                assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
            }
        }
    }

    private static void allMemoryIsFree() {
        var body = "{\"records\":[" + " ".repeat((MEGABYTES << 20) - 100) + "]}";
        Eventually.passes(() -> assertThat(V3.proxy()
                        .http()
                        .send("POST", "/topics/other", body, "Content-Type", "application/vnd.kafka.json.v2+json")
                        .status())
                .isEqualTo(422));
    }

    private static List<String> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(each -> each.startsWith(name))
                .toList();
    }

    private static int openFiles() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
