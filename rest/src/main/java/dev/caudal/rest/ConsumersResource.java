package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Consumers of v1 and v2 come and go. */
@Path("/")
public final class ConsumersResource {
    private final RestProxyConfig config;
    private final Consumers consumers;
    private final Optional<Fleet> fleet;

    ConsumersResource(RestProxyConfig config, Consumers consumers, Optional<Fleet> fleet) {
        this.config = config;
        this.fleet = fleet;
        this.consumers = consumers;
    }

    /**
     * Makes a consumer.
     *
     * @param group its group
     * @param servlet the request, for its body
     * @param request the request, for its version
     * @param uri the request, for its host
     * @return its name and address
     * @throws IOException never: the body is in memory
     */
    @POST
    @Path("{version: v1|v2}/consumers/{group}")
    public CompletionStage<Created> create(
            @PathParam("group") String group,
            @Context HttpServletRequest servlet,
            @Context ContainerRequestContext request,
            @Context UriInfo uri)
            throws IOException {
        var wanted = CreateRequest.parse(Body.of(servlet));
        var name = new ConsumerName(group, wanted.name().orElseGet(this::newName));
        var settings = wanted.settings(Exchange.of(request).version(), config.limits(), config.v1Acknowledgement());
        var address = UriBuilder.fromUri(base(uri.getBaseUri()))
                .segment("consumers", group, "instances", name.name())
                .build();
        var created = new Created(name.name(), address.toString());
        if (fleet.isEmpty() || wanted.name().isEmpty()) {
            consumers.create(name, settings);
            return CompletableFuture.completedFuture(created);
        }
        return fleet.get()
                .owner(name, request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .thenApply(owner -> {
                    if (owner.isPresent()) {
                        throw Consumers.taken();
                    }
                    consumers.create(name, settings);
                    return created;
                });
    }

    /** Where a new consumer is found. */
    record Created(
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("base_uri") String baseUri) {}

    /**
     * Ends a consumer.
     *
     * @param group its group
     * @param name its name
     * @return nothing, when it has left its group
     */
    @DELETE
    @Path("{version: v1|v2}/consumers/{group}/instances/{name}")
    public CompletionStage<Response> delete(@PathParam("group") String group, @PathParam("name") String name) {
        return consumers
                .delete(group, name)
                .thenApply(left -> Response.noContent().build());
    }

    private String newName() {
        return "rest-consumer-" + (config.id().isEmpty() ? "" : config.id() + "-") + UUID.randomUUID();
    }

    private URI base(URI called) {
        return config.advertised().stream()
                .filter(address -> address.getScheme().equals(called.getScheme()))
                .findFirst()
                .orElse(called);
    }
}
