package dev.caudal.rest;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes streams of records to a topic, {@code POST /v3/clusters/C/topics/T/records}, before they reach the resources,
 * which know only requests that are complete before they are answered.
 */
final class V3RecordsHandler extends Handler.Wrapper {
    private static final Pattern PATH = Pattern.compile("/v3/clusters/([^/]+)/topics/([^/]+)/records");

    private final V3Producing producing;
    private final int limit;
    private final MemoryBudget memory;

    V3RecordsHandler(Handler handler, V3Producing producing, int limit, MemoryBudget memory) {
        super(handler);
        this.producing = producing;
        this.limit = limit;
        this.memory = memory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = PATH.matcher(request.getHttpURI().getPath());
        if (!path.matches()) {
            return super.handle(request, response, callback);
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            throw new RestError(ErrorCode.METHOD_NOT_ALLOWED, "HTTP 405 Method Not Allowed");
        }
        var charset = charset(request);
        var topic = decode(path.group(2));
        memory.requireRoom();
        var unused = producing.cluster(decode(path.group(1))).whenComplete((cluster, error) -> {
            if (error != null) {
                UnreadBody.refuse(request, response, callback, KafkaErrors.of(error));
                return;
            }
            var answers = new V3RecordAnswers(request, response, callback, producing);
            var stream = new V3RecordStream(
                    request, charset, cluster, topic, producing, new V3Splitter(limit), memory, answers);
            // What fails here is told of each record.
            producing.prepare(topic).whenComplete((partitions, unknown) -> producing.execute(stream));
        });
        return true;
    }

    /** How the body stands in bytes; refuses what the proxy cannot read or answer. */
    private static Charset charset(Request request) {
        var accepted = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT))
                .filter(header -> !header.isBlank())
                .map(AcceptedType::list)
                .orElse(List.of());
        if (!accepted.isEmpty() && accepted.stream().noneMatch(type -> type.isWildcard() || type.fits(ApiVersion.V3))) {
            throw RestError.notAcceptable();
        }
        var type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("application/json");
        if (!AcceptedType.parse(type).fits(ApiVersion.V3)) {
            throw RestError.unsupportedMediaType();
        }
        var lower = type.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=");
        var name = at < 0
                ? "utf-8"
                : lower.substring(at + 8).split(";")[0].replace("\"", "").trim();
        return switch (name) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "iso-8859-1" -> StandardCharsets.ISO_8859_1;
            default -> throw RestError.badRequest("The charset must be UTF-8 or ISO-8859-1 (was %s).".formatted(name));
        };
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
