package dev.caudal.server.connect;

import dev.caudal.rest.LoopbackGuard;
import dev.caudal.server.definition.Json;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses requests to a Connect worker, in the form of its own errors. */
@Priority(Priorities.AUTHENTICATION)
final class ConnectDoorFilter implements ContainerRequestFilter {
    /** What workers of a group ask of each other, signed with a key of the group. */
    private static final Pattern INTERNAL =
            Pattern.compile("POST connectors/[^/]+/tasks/?|PUT connectors/[^/]+/fence/?");

    private final byte[] expected;

    ConnectDoorFilter(String password) {
        expected = ConnectPassword.header(password).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var foreign = LoopbackGuard.refusal(
                Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)),
                Optional.ofNullable(request.getHeaderString("Origin")));
        if (foreign.isPresent()) {
            request.abortWith(refusal(403, foreign.get()).build());
        } else if (!isInternal(request) && !isKnown(request)) {
            request.abortWith(refusal(
                            401,
                            "Log in as %s with the password in connect.password of the platform's folder."
                                    .formatted(ConnectPassword.USER))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kafka Connect\", charset=\"UTF-8\"")
                    .build());
        }
    }

    private boolean isKnown(ContainerRequestContext request) {
        var given = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isInternal(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return INTERNAL.matcher(request.getMethod() + " " + (path.startsWith("/") ? path.substring(1) : path))
                .matches();
    }

    private static Response.ResponseBuilder refusal(int status, String message) {
        return Response.status(status)
                .type("application/json")
                .entity(Json.MAPPER
                        .createObjectNode()
                        .put("error_code", status)
                        .put("message", message)
                        .toString());
    }
}
