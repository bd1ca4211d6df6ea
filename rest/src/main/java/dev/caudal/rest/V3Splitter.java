package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts JSON objects, one after the other, out of bytes that come in pieces. Not safe for use by several threads. */
final class V3Splitter {
    private final int limit;
    private byte[] bytes = new byte[4096];
    private int begin;
    private int at;
    private int end;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /**
     * Cuts.
     *
     * @param limit the most bytes of one object
     */
    V3Splitter(int limit) {
        this.limit = limit;
    }

    void add(ByteBuffer part) {
        int count = part.remaining();
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        at -= begin;
        end -= begin;
        begin = 0;
        if (bytes.length - end < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
        }
        part.get(bytes, end, count);
        end += count;
    }

    /** How many bytes it holds that are not cut out yet. */
    int held() {
        return end - begin;
    }

    /**
     * The next object; empty when more must come first. Whether it is JSON inside is not looked at.
     *
     * @throws RestError when something else comes, or the object is too large; nothing can be cut any more then
     */
    Optional<byte[]> next() {
        if (depth == 0) {
            skipSpace();
        }
        while (at < end) {
            byte b = bytes[at++];
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                escaped = b == '\\';
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                var object = Arrays.copyOfRange(bytes, begin, at);
                begin = at;
                return Optional.of(checked(object));
            }
        }
        if (held() > limit) {
            throw tooLarge();
        }
        return Optional.empty();
    }

    private void skipSpace() {
        while (at < end && " \r\n\t".indexOf(bytes[at]) >= 0) {
            at++;
        }
        begin = at;
        if (at < end && bytes[at] != '{') {
            throw RestError.badRequest(
                    "A record must be a JSON object; this one begins with '%c'.".formatted((char) (bytes[at] & 0x7F)));
        }
    }

    private byte[] checked(byte[] object) {
        if (object.length > limit) {
            throw tooLarge();
        }
        return object;
    }

    private RestError tooLarge() {
        return new RestError(
                ErrorCode.TOO_LARGE,
                "A record is larger than %d bytes. Send smaller ones, or raise %s."
                        .formatted(limit, ConfigKey.BODY_MAX));
    }
}
