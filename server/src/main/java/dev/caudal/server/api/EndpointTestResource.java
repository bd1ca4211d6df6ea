package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.TestReport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;

/** Tests of endpoints, saved and not. */
@Path(ApiServer.ROOT + "endpoints")
@Produces("application/json")
public final class EndpointTestResource {
    private final Endpoints endpoints;

    /**
     * Serves tests.
     *
     * @param endpoints those of the platform
     */
    public EndpointTestResource(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Tests an endpoint as it was saved.
     *
     * @param name its name
     * @return what was found, also where something failed
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("{name}/test")
    public TestReport saved(@PathParam("name") String name) {
        return endpoints.test(name);
    }

    /**
     * Tests an endpoint that was not saved.
     *
     * @param body the endpoint
     * @return what was found, also where something failed
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("test")
    @Consumes("application/json")
    public TestReport unsaved(@Nullable JsonNode body) {
        return endpoints.test(Bodies.required(body));
    }
}
