package dev.caudal.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body that is signed chunk by chunk: {@code LENGTH;chunk-signature=…}, the chunk, and again until 0. */
final class AwsChunks extends InputStream {
    private final InputStream in;
    private int left;
    private boolean begun;

    AwsChunks(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0 && !begin()) {
            return -1;
        }
        int count = in.read(bytes, from, Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The body ends in a chunk.");
        }
        left -= count;
        return count;
    }

    /** Reads the head of the next chunk; whether there is one. */
    private boolean begin() throws IOException {
        if (begun) {
            var unused = line();
        }
        begun = true;
        var head = line();
        left = head.isEmpty() ? 0 : Integer.parseInt(head.split(";", 2)[0], 16);
        return left > 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
