package dev.caudal.local;

import java.net.URI;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.gaul.shaded.org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages away from a store whose key everybody knows: a page of another site has that site as its {@code Origin},
 * or, where a name was made to point here, as its {@code Host}.
 */
final class S3Guard extends Handler.Wrapper {
    private static final String REFUSAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>This store serves only programs of its machine. \
            Call it as 127.0.0.1 or localhost, with the bucket in the path.</Message></Error>""";

    S3Guard(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var host = request.getHeaders().get(HttpHeader.HOST);
        var origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (host != null && Loopback.is(host(host)) && (origin == null || Loopback.is(originHost(origin)))) {
            return super.handle(request, response, callback);
        }
        response.setStatus(HttpStatus.FORBIDDEN_403);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml;charset=utf-8");
        Content.Sink.write(response, true, REFUSAL, callback);
        return true;
    }

    private static @Nullable String host(String header) {
        try {
            return new HostPort(header).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String originHost(String origin) {
        try {
            return URI.create(origin).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
