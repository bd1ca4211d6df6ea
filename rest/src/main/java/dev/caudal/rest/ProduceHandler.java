package dev.caudal.rest;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records, for v1 and v2: {@code POST /topics/T} and {@code POST /topics/T/partitions/P}. Takes them before they
 * reach the resources, as the way through these costs more than all that is done for a small batch.
 */
final class ProduceHandler extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(ProduceHandler.class);

    private final Sending sending;

    ProduceHandler(Handler handler, Sending sending) {
        super(handler);
        this.sending = sending;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!HttpMethod.POST.is(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        var path =
                RequestPath.of(Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
        var topic = path.producedTopic();
        if (topic.isEmpty()) {
            return super.handle(request, response, callback);
        }
        try {
            send(topic.get(), path, request, response, callback);
        } catch (RuntimeException error) {
            fail(request, response, callback, error);
        }
        return true;
    }

    private void send(String topic, RequestPath path, Request request, Response response, Callback callback) {
        var body = Body.of(request);
        var exchange = Negotiation.settle(
                path,
                header(request, HttpHeader.CONTENT_TYPE),
                header(request, HttpHeader.ACCEPT),
                body.length() > 0,
                (group, name) -> Optional.empty(),
                settled -> JsonErrors.answerAs(settled.answer(), request));
        int partition = path.producedPartition();
        var batch = BatchReader.read(body, exchange.bodyFormat());
        var unused = sending.send(topic, partition, batch).whenComplete((production, error) -> {
            if (error != null) {
                fail(request, response, callback, KafkaErrors.cause(error));
                return;
            }
            response.setStatus(production.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, exchange.answer());
            response.getHeaders().put(Negotiation.KEEP_ALIVE);
            response.write(true, ByteBuffer.wrap(production.json()), callback);
        });
    }

    private static void fail(Request request, Response response, Callback callback, Throwable error) {
        var answer = KafkaErrors.of(error);
        if (answer.status() == 500 && answer.body().code() == 500) {
            LOG.atError().setCause(error).log("a request failed for an unforeseen reason");
        }
        Response.writeError(request, response, callback, answer);
    }

    private static Optional<String> header(Request request, HttpHeader header) {
        return Optional.ofNullable(request.getHeaders().get(header)).filter(Predicate.not(String::isBlank));
    }
}
