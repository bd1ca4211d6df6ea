package dev.caudal.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.ProblemSummary;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.job.Job.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job while it runs and after; its thread writes it, any reads it. */
final class RunningJob implements JobProgress {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final int NOTES = 50;

    private final String id;
    private final Job.Kind kind;
    private final JsonNode request;
    private final String by;
    private final Instant started = Instant.now();
    private final LongAdder done = new LongAdder();
    private final Thread thread;
    private final Consumer<Job> whenEnded;

    private final ArrayDeque<String> notes = new ArrayDeque<>();
    private long total = -1;
    private State state = State.RUNNING;
    private Optional<Instant> ended = Optional.empty();
    private Optional<JsonNode> result = Optional.empty();
    private Optional<ProblemSummary> problem = Optional.empty();

    RunningJob(String id, Job.Kind kind, JsonNode request, String by, JobWork work, Consumer<Job> whenEnded) {
        this.id = id;
        this.kind = kind;
        this.request = request;
        this.by = by;
        this.whenEnded = whenEnded;
        this.thread = new Thread(() -> run(work), id);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run(JobWork work) {
        try {
            JsonNode outcome = Json.MAPPER.valueToTree(work.run(this));
            end(State.DONE, Optional.of(outcome), Optional.empty());
        } catch (Exception | Error e) {
            if (isCancelled()) {
                end(State.CANCELLED, Optional.empty(), Optional.empty());
            } else {
                LOG.atWarn().addKeyValue("job", id).setCause(e).log("a job failed");
                end(State.FAILED, Optional.empty(), Optional.of(summary(e)));
            }
        }
    }

    private static ProblemSummary summary(Throwable error) {
        return error instanceof Refusal refusal
                ? ProblemSummary.of(refusal)
                : ProblemSummary.of(
                        ProblemCode.UNFORESEEN,
                        "It failed for an unforeseen reason: %s.".formatted(error),
                        "See logs/server.log in the platform's folder.");
    }

    private void end(State last, Optional<JsonNode> outcome, Optional<ProblemSummary> summary) {
        synchronized (this) {
            state = last;
            ended = Optional.of(Instant.now());
            result = outcome;
            problem = summary;
        }
        whenEnded.accept(view());
    }

    private synchronized boolean isCancelled() {
        return state == State.CANCELLING;
    }

    /** Tells it to end; one that is over stays as it is. */
    synchronized void cancel() {
        if (state == State.RUNNING) {
            state = State.CANCELLING;
            thread.interrupt();
        }
    }

    /** Waits until it has ended. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    synchronized boolean isOver() {
        return state.isOver();
    }

    String id() {
        return id;
    }

    Job.Kind kind() {
        return kind;
    }

    synchronized Job view() {
        return new Job(
                id,
                kind,
                state,
                request,
                by,
                started.toString(),
                ended.map(Instant::toString),
                new Job.Progress(done.sum(), total),
                List.copyOf(notes),
                result,
                problem);
    }

    @Override
    public synchronized void total(long all) {
        total = all;
    }

    @Override
    public void done(long more) {
        done.add(more);
    }

    @Override
    public synchronized void note(String text) {
        if (notes.size() == NOTES) {
            notes.removeFirst();
        }
        notes.addLast(text);
    }
}
