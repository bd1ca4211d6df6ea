package dev.caudal.server.api;

import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.monitor.Monitor;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream of server-sent events for all that a client watches. */
@Path(ApiServer.ROOT + "events")
public final class EventsResource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventsResource.class);

    /** Each takes a thread of the server for as long as it is open. */
    private static final int STREAMS = 32;

    private final Monitor monitor;
    private final Semaphore free = new Semaphore(STREAMS);
    private volatile boolean closed;

    /**
     * Serves what a monitor knows.
     *
     * @param monitor of the platform
     */
    public EventsResource(Monitor monitor) {
        this.monitor = monitor;
    }

    /**
     * Sends snapshots and what happens, until the client goes.
     *
     * @param topics {@code tasks} for all tasks, {@code task:NAME} for one; several separated by commas
     * @param request from somebody who may see it for as long as it is open
     * @param last the id of the last event that was seen; empty: from now on
     * @return at most two snapshots a second of each topic, and a comment after 15 s of silence
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Produces("text/event-stream")
    public Response events(
            @Context ContainerRequestContext request,
            @QueryParam("topics") @DefaultValue("tasks") String topics,
            @HeaderParam("Last-Event-ID") @Nullable String last) {
        var caller = CallerHandler.caller(request);
        var wanted = topics(topics);
        long after = last == null ? monitor.lastNote() : id(last);
        if (!free.tryAcquire()) {
            throw Refusal.of(
                    ProblemCode.TOO_MANY_STREAMS,
                    "There are " + STREAMS + " open streams of events, and no more are served.",
                    "Close one, or share one between all parts of a client.");
        }
        StreamingOutput stream = out -> {
            try {
                new EventStream(monitor, wanted, after, out)
                        .run(() -> closed || !caller.current().getAsBoolean());
            } catch (IOException e) {
                LOG.debug("A client of the stream has gone");
            } finally {
                free.release();
            }
        };
        return Response.ok(stream).header("X-Accel-Buffering", "no").build();
    }

    /**
     * How a stream would be answered. Without this, one would be sent to nobody for ever, as Jersey asks for what HEAD does not get.
     *
     * @return the headers only
     */
    @HEAD
    @Requires(UserRole.VIEWER)
    @Produces("text/event-stream")
    public Response head() {
        return Response.ok().header("X-Accel-Buffering", "no").build();
    }

    /** Ends all streams within a second, so that the server can stop. */
    @Override
    public void close() {
        closed = true;
    }

    private static List<String> topics(String text) {
        var topics = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        for (var topic : topics) {
            if (!topic.equals(EventStream.TASKS) && !topic.startsWith(EventStream.TASK)) {
                throw Refusal.invalid("topics", "There is no topic '" + topic + "'.", "Ask for tasks or task:NAME.");
            }
        }
        return topics;
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid(
                    "Last-Event-ID",
                    "'" + text + "' is no id of an event.",
                    "Send the id of the last event that came.");
        }
    }
}
