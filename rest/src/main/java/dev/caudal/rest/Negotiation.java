package dev.caudal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * Settles which version of the API a request speaks and in which media type it is answered, and sends it to the
 * resources of that version: inside the proxy the paths of all begin with {@code /v1}, {@code /v2} or {@code /v3}.
 * Resources neither read nor write headers about media types.
 *
 * <p>v1 and v2 share their paths. The version is that of the body's type, else of the most wanted versioned type in
 * {@code Accept}, else that of the consumer in the path, else the one that has such a path; v2 where both have.
 */
@PreMatching
final class Negotiation implements ContainerRequestFilter, ContainerResponseFilter {
    /** Tells clients in time that a connection will be closed. */
    static final HttpField KEEP_ALIVE =
            new PreEncodedHttpField(HttpHeader.KEEP_ALIVE, "timeout=" + (HttpServer.IDLE.toSeconds() - 5));

    private final BiFunction<String, String, Optional<ApiVersion>> versionOfConsumer;

    /**
     * Negotiates.
     *
     * @param versionOfConsumer the version that a consumer, by group and name, was made with
     */
    Negotiation(BiFunction<String, String, Optional<ApiVersion>> versionOfConsumer) {
        this.versionOfConsumer = versionOfConsumer;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var path = RequestPath.of(request.getUriInfo().getRequestUri());
        var exchange = settle(
                path,
                header(request, HttpHeaders.CONTENT_TYPE),
                header(request, HttpHeaders.ACCEPT),
                request.hasEntity(),
                versionOfConsumer,
                settled -> settled.attach(request));
        request.setRequestUri(request.getUriInfo().getBaseUri(), path.inside(exchange.version()));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, "*/*");
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    /**
     * Settles what a request and its answer speak.
     *
     * @param contentType the header of that name, empty where it is missing or blank
     * @param accept likewise
     * @param hasBody whether the request has a body
     * @param versionOfConsumer the version that a consumer, by group and name, was made with
     * @param settled is told in between what is known already: a refusal is answered in it
     * @throws RestError when the proxy cannot read the body or answer as is asked
     */
    static Exchange settle(
            RequestPath path,
            Optional<String> contentType,
            Optional<String> accept,
            boolean hasBody,
            BiFunction<String, String, Optional<ApiVersion>> versionOfConsumer,
            Consumer<Exchange> settled) {
        var accepted = AcceptedType.list(accept.orElse("*/*"));
        var body = contentType.map(AcceptedType::parse);
        var version = version(path, body, accepted, versionOfConsumer);
        settled.accept(new Exchange(version, Optional.empty(), Optional.empty()));
        check(body, version, hasBody);
        var answer = accepted.stream()
                .filter(type -> type.isWildcard() || type.fits(version))
                .findFirst()
                .orElseThrow(RestError::notAcceptable);
        var exchange = new Exchange(
                version,
                body.map(AcceptedType::type),
                Optional.of(answer).filter(type -> !type.isWildcard()).map(AcceptedType::type));
        settled.accept(exchange);
        return exchange;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(KEEP_ALIVE.getName(), KEEP_ALIVE.getValue());
        if (response.hasEntity()) {
            response.getHeaders()
                    .putSingle(HttpHeaders.CONTENT_TYPE, Exchange.of(request).answer());
        }
    }

    private static ApiVersion version(
            RequestPath path,
            Optional<AcceptedType> body,
            List<AcceptedType> accepted,
            BiFunction<String, String, Optional<ApiVersion>> versionOfConsumer) {
        if (path.isVersioned()) {
            return ApiVersion.V3;
        }
        return body.flatMap(type -> ApiVersion.of(type.type()))
                .or(() -> accepted.stream()
                        .flatMap(type -> ApiVersion.of(type.type()).stream())
                        .findFirst())
                .or(() -> path.consumer(versionOfConsumer))
                .orElse(path.isOfV1() ? ApiVersion.V1 : ApiVersion.V2);
    }

    private static void check(Optional<AcceptedType> body, ApiVersion version, boolean hasBody) {
        boolean fits = body.isEmpty()
                || body.get().fits(version)
                || version == ApiVersion.V1 && body.get().isOctetStream()
                || !hasBody;
        if (!fits) {
            throw RestError.unsupportedMediaType();
        }
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
