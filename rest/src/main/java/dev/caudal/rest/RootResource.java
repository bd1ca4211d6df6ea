package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Says that the proxy lives. */
@Path("/")
public final class RootResource {
    RootResource() {}

    /**
     * Lives.
     *
     * @return nothing in it
     */
    @GET
    @Path("{version: v1|v2}")
    public Map<String, String> live() {
        return Map.of();
    }

    /**
     * Lives.
     *
     * @return nothing in it
     */
    @POST
    @Path("{version: v1|v2}")
    public Map<String, String> post() {
        return Map.of();
    }
}
