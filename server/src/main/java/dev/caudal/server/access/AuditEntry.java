package dev.caudal.server.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import java.time.Instant;

/**
 * Somebody did something, or wanted to.
 *
 * @param time when it was answered
 * @param user a user's name, {@link Caller#LOCAL}, {@link Caller#ANYBODY}, or empty where it is nobody's name
 * @param address from where
 * @param request method and path, with neither query nor body; {@code sign-in} for a wrong password
 * @param object the path of what was made; empty where nothing was
 * @param status the HTTP status that was answered
 */
public record AuditEntry(Instant time, String user, String address, String request, String object, int status) {
    /**
     * A line of the log.
     *
     * @return without passwords, since neither a path nor a name of ours has one
     */
    public ObjectNode json() {
        return Json.MAPPER
                .createObjectNode()
                .put("time", time.toString())
                .put("user", user)
                .put("address", address)
                .put("request", request)
                .put("object", object)
                .put("status", status)
                .put("outcome", outcome());
    }

    private String outcome() {
        if (status < 400) {
            return "done";
        }
        return status < 500 ? "refused" : "failed";
    }
}
