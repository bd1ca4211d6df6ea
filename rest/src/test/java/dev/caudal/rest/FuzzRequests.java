package dev.caudal.rest;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes requests out of valid ones: the same again from the same seed. */
final class FuzzRequests {
    static final List<String> GROUPS = List.of("g0", "g1");

    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|true|false|null|[\\[\\]{}:,]");

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("topic", List.of("fuzz", "fuzz", "other", "new", "nowhere")),
            Map.entry("group", GROUPS),
            Map.entry("instance", List.of("a", "b", "c")),
            Map.entry("partition", List.of("0", "0", "1", "7", "-1", "2147483648")),
            Map.entry("topic_name", List.of("fuzz", "other", "new", "nowhere")),
            Map.entry("consumer_group_id", List.of("g0", "g1", "g9")),
            Map.entry("partition_id", List.of("0", "1", "7", "-1")),
            Map.entry("broker_id", List.of("1", "0", "9")),
            Map.entry("name", List.of("retention.ms", "compression.type", "what")));

    private static final List<String> ODD_NAMES = List.of(
            "",
            ".",
            "..",
            "a b",
            "a/b",
            "ñ\u4e2d",
            "%",
            "__consumer_offsets",
            "x".repeat(300),
            "a\u0000b",
            "1e3",
            "99999999999999999999");
    private static final List<String> ODD_PARTS = List.of("%2F", "%00", "%zz", "%ff", "..;a=b", "a%", "%25", "+");
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "-1",
            "0",
            "1.5",
            "1e400",
            "99999999999999999999",
            "2147483648",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{}}",
            "\"" + "x".repeat(3000) + "\"");
    private static final List<String> QUERY_VALUES = List.of(
            "0",
            "1",
            "100",
            "-1",
            "",
            "x",
            "1.5",
            "99999999999999999999",
            "2147483647",
            "true",
            "fuzz",
            "headers",
            "timestamp,headers",
            "2026-01-31T12:00:00Z",
            "9999-99-99",
            "earliest_and_latest",
            "%zz");
    private static final List<String> TYPES = List.of(
            "application/vnd.kafka.v1+json",
            "application/vnd.kafka.v2+json",
            "application/vnd.kafka.binary.v1+json",
            "application/vnd.kafka.binary.v2+json",
            "application/vnd.kafka.json.v1+json",
            "application/vnd.kafka.json.v2+json",
            "application/json",
            "*/*");
    private static final List<String> ODD_TYPES = List.of(
            "application/vnd.kafka+json",
            "application/vnd.kafka.avro.v2+json",
            "application/vnd.kafka.v9+json",
            "application/octet-stream",
            "application/json; charset=iso-8859-1",
            "application/json; charset=klingon",
            "text/html",
            "application/json;q=0.5, */*;q=banana",
            ";",
            "/",
            "application/*",
            ",,,",
            "x".repeat(500));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO");
    private static final List<String> ODD_HEADERS = List.of(
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE",
            "Host: elsewhere.example",
            "Origin: https://elsewhere.example",
            "Authorization: Basic %%%",
            "Range: bytes=0-1",
            "If-None-Match: *",
            "Upgrade: h2c",
            "Accept-Encoding: gzip",
            "Forwarded: for=1.2.3.4",
            "Cookie: a=b; $Path=/");

    private final Random random;
    private final List<FuzzRoute> routes;
    private final String cluster;

    FuzzRequests(Random random, List<FuzzRoute> routes, String cluster) {
        this.random = random;
        this.routes = routes;
        this.cluster = cluster;
    }

    /** The bytes of a request. */
    record Bytes(String head, byte[] body) {
        boolean isHead() {
            return head.startsWith("HEAD ");
        }

        /** For the message of a failure. */
        @Override
        public String toString() {
            var text = new String(body, StandardCharsets.UTF_8);
            return head + text.substring(0, Math.min(3000, text.length()));
        }
    }

    Bytes next() {
        var route = any(routes);
        var method = one(12) ? any(METHODS) : route.method();
        var head = new StringBuilder(method + " " + path(route) + " HTTP/1.1\r\nConnection: close\r\n");
        var body = body(route);
        boolean chunked = body.length > 0 && one(4);
        type(head, "Content-Type", route);
        type(head, "Accept", route);
        var odd = one(12) ? any(ODD_HEADERS) : "";
        head.append(odd.startsWith("Host") ? "" : "Host: 127.0.0.1\r\n").append(odd.isEmpty() ? "" : odd + "\r\n");
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n\r\n");
            return new Bytes(head.toString(), chunks(body));
        }
        head.append(body.length == 0 && random.nextBoolean() ? "" : "Content-Length: " + body.length + "\r\n");
        return new Bytes(head + "\r\n", body);
    }

    private void type(StringBuilder head, String name, FuzzRoute route) {
        if (one(10)) {
            head.append(name).append(": ").append(any(ODD_TYPES)).append("\r\n");
        } else if (!route.type().isEmpty()) {
            head.append(name).append(": ").append(route.type()).append("\r\n");
        } else if (!one(4)) {
            head.append(name).append(": ").append(any(TYPES)).append("\r\n");
        }
    }

    private String path(FuzzRoute route) {
        var path = NAME.matcher(route.path())
                .replaceAll(found -> Matcher.quoteReplacement(one(25) ? any(ODD_PARTS) : encode(name(found.group(1)))));
        var query = new StringBuilder();
        for (var name : route.query()) {
            if (random.nextBoolean()) {
                query.append(query.length() == 0 ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(any(QUERY_VALUES));
            }
        }
        return (one(30) ? "/" + path : path) + (one(30) ? "/" : "") + query;
    }

    private String name(String kind) {
        if (one(15)) {
            return any(ODD_NAMES);
        }
        return kind.equals("cluster_id") ? cluster : any(NAMES.getOrDefault(kind, List.of("a", "1")));
    }

    private byte[] body(FuzzRoute route) {
        var valid = one(15) ? any(routes).body() : route.body();
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> bytes(valid);
            case 5, 6, 7 -> bytes(otherValue(valid));
            case 8 -> otherBytes(bytes(valid));
            default -> bytes(one(2) ? "[".repeat(1 + random.nextInt(30_000)) : valid + valid);
        };
    }

    /** With another value, or something else, in place of one of its tokens. */
    private String otherValue(String json) {
        var tokens = TOKEN.matcher(json).results().toList();
        if (tokens.isEmpty()) {
            return any(ODD_VALUES);
        }
        var token = any(tokens);
        return json.substring(0, token.start()) + any(ODD_VALUES) + json.substring(token.end());
    }

    private byte[] otherBytes(byte[] valid) {
        if (valid.length == 0) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        var bytes = Arrays.copyOf(valid, one(2) ? valid.length : random.nextInt(valid.length));
        for (int i = 0; bytes.length > 0 && i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] chunks(byte[] body) {
        var out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int size = 1 + random.nextInt(body.length - at);
            out.writeBytes(bytes(Integer.toHexString(size) + "\r\n"));
            out.write(body, at, size);
            out.writeBytes(bytes("\r\n"));
            at += size;
        }
        out.writeBytes(bytes("0\r\n\r\n"));
        return out.toByteArray();
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
