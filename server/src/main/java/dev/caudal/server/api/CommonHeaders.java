package dev.caudal.server.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;

/** What every answer says: nobody keeps it, and it is what its type says. */
final class CommonHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putIfAbsent("Cache-Control", List.of("no-store"));
        headers.putSingle("X-Content-Type-Options", "nosniff");
    }
}
