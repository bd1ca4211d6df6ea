package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.proxy.ProxyAnswer;
import dev.caudal.server.proxy.ProxyClient;
import dev.caudal.server.proxy.ProxyRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;

/** Tries the REST proxy out. */
@Path(ApiServer.ROOT + "rest-proxy")
@Produces("application/json")
@Consumes("application/json")
public final class RestProxyResource {
    private final ProxyClient proxy;

    /**
     * Serves requests to a proxy.
     *
     * @param proxy sends them
     */
    public RestProxyResource(ProxyClient proxy) {
        this.proxy = proxy;
    }

    /**
     * Sends a request to the platform's REST proxy.
     *
     * @param body {@code {"method": "POST", "path": "/topics/test", "contentType": …, "accept": …, "body": …}}
     * @return what it has answered
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("requests")
    public ProxyAnswer request(@Nullable JsonNode body) {
        return proxy.send(ProxyRequest.parse(body == null ? NullNode.instance : body));
    }
}
