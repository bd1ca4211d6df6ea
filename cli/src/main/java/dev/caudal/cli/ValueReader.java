package dev.caudal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Lines without the keys that {@code topic consume -o key-value} prints before a tab; each is handed on as it comes. */
final class ValueReader extends Reader {
    /** A colon would make it a field of JSON that is indented with tabs. */
    private static final Pattern KEY = Pattern.compile("^[^{\\t]*[^{\\t:]\\t(?=\\{)");

    private final BufferedReader lines;
    private String line = "";
    private int at;

    ValueReader(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (at == line.length()) {
            var next = lines.readLine();
            if (next == null) {
                return -1;
            }
            line = KEY.matcher(next).replaceFirst("") + "\n";
            at = 0;
        }
        int count = Math.min(length, line.length() - at);
        line.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
