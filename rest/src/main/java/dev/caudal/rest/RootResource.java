package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Says that the proxy lives. */
@Path("{version: v1|v2}")
public final class RootResource {
    RootResource() {}

    /**
     * Lives.
     *
     * @return nothing in it
     */
    @GET
    public Map<String, String> live() {
        return Map.of();
    }

    /**
     * Lives.
     *
     * @return nothing in it
     */
    @POST
    public Map<String, String> post() {
        return Map.of();
    }
}
