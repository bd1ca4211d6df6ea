package dev.caudal.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves only the endpoints that are switched on. */
final class EndpointSwitch extends Handler.Wrapper {
    /**
     * What is switched.
     *
     * @param allowed names of what alone is served; empty: all
     * @param blocked names of what is not served
     */
    record Lists(Set<String> allowed, Set<String> blocked) {
        static Lists read(ConfigReader reader) {
            return new Lists(names(reader, ConfigKey.ALLOWLIST), names(reader, ConfigKey.BLOCKLIST));
        }

        boolean isEmpty() {
            return allowed.isEmpty() && blocked.isEmpty();
        }

        private static Set<String> names(ConfigReader reader, String key) {
            var names = new TreeSet<>(reader.list(key));
            if (!names.isEmpty()) {
                var known = Endpoint.all().stream()
                        .flatMap(each -> each.names().stream())
                        .collect(Collectors.toSet());
                names.stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name ->
                                reader.warning("%s has %s, which is no endpoint of this proxy.".formatted(key, name)));
            }
            return names;
        }
    }

    private final Lists lists;
    private final List<Endpoint> endpoints = Endpoint.all();

    EndpointSwitch(Handler handler, Lists lists) {
        super(handler);
        this.lists = lists;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isServed(request)) {
            throw HttpMethod.GET.is(request.getMethod())
                    ? new RestError(ErrorCode.NOT_FOUND, "HTTP 404 Not Found")
                    : new RestError(ErrorCode.METHOD_NOT_ALLOWED, "HTTP 405 Method Not Allowed");
        }
        return super.handle(request, response, callback);
    }

    private boolean isServed(Request request) {
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            return true;
        }
        // What is answered to HEAD is what is answered to GET.
        var method = HttpMethod.HEAD.is(request.getMethod()) ? "GET" : request.getMethod();
        var names = Endpoint.find(endpoints, method, request.getHttpURI().getPath())
                .map(Endpoint::names)
                .orElse(List.of());
        return names.stream().noneMatch(lists.blocked()::contains)
                && (lists.allowed().isEmpty() || names.stream().anyMatch(lists.allowed()::contains));
    }
}
