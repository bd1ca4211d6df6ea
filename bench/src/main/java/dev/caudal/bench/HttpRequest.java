package dev.caudal.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests as the bytes that are sent, to be made before time is taken. */
final class HttpRequest {
    private HttpRequest() {}

    /** A request without a body; {@code accept} is a media type. */
    static byte[] get(String path, String accept) {
        return of("GET", path, "Accept: " + accept, new byte[0]);
    }

    /** A request with a body of a media type. */
    static byte[] post(String path, String type, byte[] body) {
        return of("POST", path, "Content-Type: " + type, body);
    }

    /** The same with a body that is text. */
    static byte[] post(String path, String type, String body) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request to remove something. */
    static byte[] delete(String path, String type) {
        return of("DELETE", path, "Content-Type: " + type, new byte[0]);
    }

    private static byte[] of(String method, String path, String header, byte[] body) {
        var head = "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, header, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
