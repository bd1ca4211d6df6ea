package dev.caudal.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** How requests for records of consumers are answered, for v1 and v2. */
final class Reads {
    /** A page nobody has set a limit for: large enough for speed, small enough for a client that holds many. */
    private static final int USUAL_BYTES = 4 << 20;

    private final Limits limits;
    private final MemoryBudget memory;
    private final Answers answers;

    Reads(Limits limits, MemoryBudget memory, Answers answers) {
        this.limits = limits;
        this.memory = memory;
        this.answers = answers;
    }

    /** The format of a consumer's records, which the client must accept; the answer is typed accordingly. */
    Format format(ConsumerInstance instance, ContainerRequestContext request) {
        var exchange = Exchange.of(request);
        var format = instance.settings().format();
        exchange.answering(format).attach(request);
        if (exchange.answerFormat().filter(wanted -> wanted != format).isPresent()) {
            throw new RestError(
                    ErrorCode.OTHER_FORMAT,
                    "The requested embedded data format does not match the deserializer for this consumer instance");
        }
        return format;
    }

    /**
     * Refuses a read while bodies and pages fill the memory, unless it would free some; a client of v1 waits instead.
     */
    void checkMemory(ConsumerInstance instance) {
        if (!instance.hasRecords()) {
            memory.requireRoom();
        }
    }

    /** A request with its limits: the least of what the client, the consumer and the proxy allow. */
    Read read(ConsumerInstance instance, HttpServletRequest request, Optional<Long> maxBytes, Optional<Long> timeout) {
        long bytes = maxBytes.filter(wanted -> wanted > 0).orElse((long) USUAL_BYTES);
        long longest = instance.settings().requestTimeout().toMillis();
        long wait = timeout.filter(wanted -> wanted >= 0)
                .map(wanted -> Math.min(wanted, longest))
                .orElse(longest);
        return new Read(
                Client.of(request),
                (int) Math.min(bytes, limits.pageBytes()),
                instance.settings().minBytes(),
                Duration.ofMillis(wait));
    }

    /** Reads and answers. */
    void answer(
            ConsumerInstance instance, Read read, Include include, Consumer<Membership> first, AsyncResponse response) {
        CompletionStage<Page> found = instance.read(read, first);
        var format = instance.settings().format();
        var unused = found.whenComplete((page, error) -> answers.execute(() -> {
            if (error != null) {
                response.resume(KafkaErrors.cause(error));
                return;
            }
            // Nobody writes it when the connection has failed before.
            response.register((CompletionCallback) problem -> page.finish(false));
            if (!response.resume(new PageAnswer(page, format, include))) {
                page.finish(false);
            }
        }));
    }
}
