package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.StandardCharsets;

/** Floating-point numbers as JSON: Java's short text, which reads back as the same bits, for the load as for the log. */
final class Floats {

    private Floats() {}

    static void write(float value, JsonBytes out) {
        out.raw(Float.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    static void write(double value, JsonBytes out) {
        out.raw(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
}
