package dev.caudal.server.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The files of the console beside the API. Whatever is no file is a place in the console, so it gets the console's page,
 * which finds it; only what the API has is left to the API.
 */
final class ConsoleFiles extends Handler.Wrapper {
    private static final String FOLDER = "/dev/caudal/console/web/";
    private static final String PAGE = "index.html";
    private static final MimeTypes TYPES = new MimeTypes();

    /** What a file of ours may be called; no folder, and nothing outside of ours. */
    private static final Pattern NAME = Pattern.compile("([a-zA-Z0-9_-]+/)*[a-zA-Z0-9_.-]+\\.[a-z0-9]+");

    /** Files whose names change with their content. */
    private static final String LASTING = "assets/";

    private static final HttpField KEEP =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "max-age=31536000, immutable");
    private static final HttpField ASK = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    /** Scripts and all else from here only; the component library writes its variables into style elements. */
    private static final HttpField POLICY = new HttpField(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'");

    private static final String WITHOUT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Caudal</title>
            <h1>Caudal runs, without its console</h1>
            <p>The console is built with Node 20 or newer, which was not there. Install Node, then start Caudal again.
            Everything else works: see <code>caudal --help</code> and <a href="/api/v1/about">the API</a>.</p>
            """;

    ConsoleFiles(Handler api) {
        super(api);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = Request.getPathInContext(request).substring(1);
        boolean asks = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        if (!asks || path.startsWith("api/") || path.equals("metrics")) {
            return super.handle(request, response, callback);
        }
        var file = file(path).isPresent() ? path : PAGE;
        var content = file(file).orElseGet(() -> WITHOUT.getBytes(StandardCharsets.UTF_8));
        var headers = response.getHeaders();
        headers.put(
                HttpHeader.CONTENT_TYPE,
                Optional.ofNullable(TYPES.getMimeByExtension(file)).orElse("application/octet-stream"));
        headers.put(file.startsWith(LASTING) ? KEEP : ASK);
        headers.put(POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(HttpHeader.CONTENT_LENGTH, content.length);
        response.write(true, ByteBuffer.wrap(content), callback);
        return true;
    }

    private static Optional<byte[]> file(String path) throws IOException {
        if (!NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        try (var in = ConsoleFiles.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
