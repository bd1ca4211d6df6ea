package dev.caudal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of v3 for programs. */
@Path("/v3/openapi.json")
public final class V3OpenApiResource {
    private static final byte[] DOCUMENT = load();

    V3OpenApiResource() {}

    /**
     * The description.
     *
     * @return OpenAPI 3.0, as JSON
     */
    @GET
    public byte[] document() {
        return DOCUMENT;
    }

    private static byte[] load() {
        try (var file = V3OpenApiResource.class.getResourceAsStream("v3-openapi.json")) {
            return Objects.requireNonNull(file, "v3-openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
