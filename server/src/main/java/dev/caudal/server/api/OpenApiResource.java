package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of the API for programs, put together of one file for each subject. */
@Path(ApiServer.ROOT + "openapi.json")
@Produces("application/json")
public final class OpenApiResource {
    /** In the package's folder of resources; each has {@code paths} and {@code components}. */
    private static final List<String> FILES = List.of(
            "openapi.yaml",
            "openapi-endpoints.yaml",
            "openapi-tasks.yaml",
            "openapi-monitor.yaml",
            "openapi-messages.yaml",
            "openapi-world.yaml",
            "openapi-rest-proxy.yaml",
            "openapi-clusters.yaml",
            "openapi-connectors.yaml",
            "openapi-backups.yaml",
            "openapi-jobs.yaml");

    private volatile @Nullable ObjectNode document;

    /** Serves it. */
    public OpenApiResource() {}

    /**
     * The description.
     *
     * @return OpenAPI 3.1
     * @throws IOException never
     */
    @GET
    @Requires(UserRole.VIEWER)
    public ObjectNode document() throws IOException {
        var there = document;
        if (there == null) {
            there = merged();
            document = there;
        }
        return there;
    }

    private static ObjectNode merged() throws IOException {
        ObjectNode all = read(FILES.get(0));
        for (var file : FILES.subList(1, FILES.size())) {
            merge(all, read(file));
        }
        return all;
    }

    private static void merge(ObjectNode into, ObjectNode part) {
        part.properties().forEach(each -> {
            if (into.get(each.getKey()) instanceof ObjectNode there && each.getValue() instanceof ObjectNode more) {
                merge(there, more);
            } else {
                into.set(each.getKey(), each.getValue());
            }
        });
    }

    private static ObjectNode read(String file) throws IOException {
        try (var in = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream(file), file)) {
            return (ObjectNode) Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
