package dev.caudal.rest;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses what a caller asks too fast; records of a stream are counted where they are read. */
final class RateHandler extends Handler.Wrapper {
    private static final Pattern WRITES = Pattern.compile(
            "/+topics/+[^/]+(/+partitions/+[^/]+)?/*|/+v3/+clusters/+[^/]+/+topics/+[^/]+/+records:batch/*");
    private static final Pattern STREAM = Pattern.compile("/v3/clusters/[^/]+/topics/[^/]+/records");

    private final Rates rates;

    RateHandler(Handler handler, Rates rates) {
        super(handler);
        this.rates = rates;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = request.getHttpURI().getPath();
        boolean posts = HttpMethod.POST.is(request.getMethod());
        if (posts && WRITES.matcher(path).matches()) {
            rates.write(Body.length(request));
        } else if (!posts || !STREAM.matcher(path).matches()) {
            rates.request();
        }
        return super.handle(request, response, callback);
    }
}
