package dev.caudal.server.api;

import dev.caudal.server.access.AuditEntry;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.access.Caller;
import dev.caudal.server.access.UserRole;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Instant;
import java.util.Optional;

/** Keeps who called a method that changes something, or was not let. */
final class AuditFilter implements ContainerResponseFilter {
    private final AuditLog log;
    private final UserRole required;

    AuditFilter(AuditLog log, UserRole required) {
        this.log = log;
        this.required = required;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (required == UserRole.VIEWER) {
            return;
        }
        var path = "/" + request.getUriInfo().getPath();
        Caller caller = CallerHandler.caller(request);
        log.add(new AuditEntry(
                Instant.now(),
                caller.name(),
                CallerHandler.address(request),
                request.getMethod() + " " + path,
                Optional.ofNullable(response.getLocation())
                        .map(made -> made.getPath())
                        .orElse(""),
                response.getStatus()));
    }
}
