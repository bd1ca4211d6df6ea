package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
import dev.caudal.server.endpoint.Endpoint;
import dev.caudal.server.endpoint.Endpoints;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;

/** Endpoints. */
@Path(ApiServer.ROOT + "endpoints")
@Produces("application/json")
@Consumes("application/json")
public final class EndpointsResource {
    private final Endpoints endpoints;

    /**
     * Serves endpoints.
     *
     * @param endpoints those of the platform
     */
    public EndpointsResource(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * All endpoints.
     *
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    public Items<ObjectNode> all() {
        return Items.all(endpoints.all().stream().map(this::json).toList());
    }

    /**
     * Creates an endpoint.
     *
     * @param body the endpoint
     * @return 201 with what was saved
     */
    @POST
    @Requires(UserRole.DESIGNER)
    public Response create(@Nullable JsonNode body) {
        return created(endpoints.create(Bodies.required(body)));
    }

    /**
     * One endpoint.
     *
     * @param name its name
     * @return the endpoint, its version as ETag
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}")
    public Response one(@PathParam("name") String name) {
        return answer(endpoints.require(name));
    }

    /**
     * Changes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     * @param body all of it
     * @return what was saved
     */
    @PUT
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public Response replace(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable JsonNode body) {
        return answer(endpoints.replace(name, Versions.seen(seen), Bodies.required(body)));
    }

    /**
     * Creates a copy of an endpoint, with its secrets.
     *
     * @param name its name
     * @param body the name of the copy
     * @return 201 with what was saved
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("{name}/duplicate")
    public Response duplicate(@PathParam("name") String name, @Nullable JsonNode body) {
        return created(
                endpoints.duplicate(name, Bodies.required(body).path("name").asText("")));
    }

    /**
     * Deletes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     */
    @DELETE
    @Requires(UserRole.DESIGNER)
    @Path("{name}")
    public void delete(@PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        endpoints.delete(name, Versions.seen(seen));
    }

    private Response created(Definition<Endpoint> endpoint) {
        var address = UriBuilder.fromPath(ApiServer.ROOT + "endpoints/{name}").build(endpoint.name());
        return Response.created(address)
                .tag(Versions.tag(endpoint.version()))
                .entity(json(endpoint))
                .build();
    }

    private Response answer(Definition<Endpoint> endpoint) {
        return Response.ok(json(endpoint)).tag(Versions.tag(endpoint.version())).build();
    }

    private ObjectNode json(Definition<Endpoint> endpoint) {
        var json = endpoint.show();
        json.set("usedBy", Json.MAPPER.valueToTree(endpoints.usedBy(endpoint)));
        return json;
    }
}
