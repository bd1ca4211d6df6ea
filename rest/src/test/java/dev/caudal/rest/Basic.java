package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a client sends that says who it is. */
final class Basic {
    private Basic() {}

    static String header(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
