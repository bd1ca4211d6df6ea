package dev.caudal.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.ProblemSummary;
import dev.caudal.server.definition.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last 50 jobs of a platform. They are kept in files, so a restart of the platform loses none; one that ran then has failed,
 * and says so. What a job has done outlives it where its work says so; a restore goes on where it was. Any thread may use it.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int KEPT = 50;
    private static final int AT_ONCE = 4;
    private static final long PATIENCE_MILLIS = 60_000;

    private static final ProblemSummary CUT_OFF = ProblemSummary.of(
            ProblemCode.PLATFORM_ENDED,
            "The platform was stopped, or ended, while this ran.",
            "Begin it again; a restore goes on where it was.");

    private final JobFiles files;

    /** Those of earlier runs of the platform, the oldest first. */
    private final Map<String, Job> past = new LinkedHashMap<>();

    private final Map<String, RunningJob> jobs = new LinkedHashMap<>();
    private boolean closed;

    /**
     * Those of a platform.
     *
     * @param folder has a file for each
     */
    public Jobs(Path folder) {
        files = new JobFiles(folder);
        for (var job : files.read()) {
            if (job.state().isOver()) {
                past.put(job.id(), job);
            } else {
                var cutOff = job.failed(Instant.now().toString(), CUT_OFF);
                files.write(cutOff);
                past.put(job.id(), cutOff);
            }
        }
        forget();
    }

    /**
     * Begins a job.
     *
     * @param kind what it does
     * @param request what was asked for, without secrets
     * @param by who asked
     * @param work does it
     * @return how it is now
     * @throws Refusal when too many run, or a second drill is wanted
     */
    public synchronized Job start(Job.Kind kind, JsonNode request, String by, JobWork work) {
        var running = jobs.values().stream().filter(job -> !job.isOver()).toList();
        if (closed || running.size() >= AT_ONCE) {
            throw Refusal.of(
                    ProblemCode.TOO_MANY_JOBS,
                    "%d jobs run, and no more are begun.".formatted(running.size()),
                    "Wait until one has ended, or cancel it.");
        }
        if (kind == Job.Kind.DRILL && running.stream().anyMatch(job -> job.kind() == kind)) {
            throw Refusal.of(ProblemCode.DRILL_RUNS, "A drill runs already.", "Wait until it has ended, or cancel it.");
        }
        var job = new RunningJob(newId(kind), kind, request, by, work, this::ended);
        jobs.put(job.id(), job);
        forget();
        files.write(job.view());
        job.start();
        return job.view();
    }

    /** What the end of the platform cuts off stays written down as running, and the next run of the platform says what became of it. */
    private synchronized void ended(Job job) {
        if (!closed || job.state() == Job.State.DONE) {
            files.write(job);
        }
    }

    private String newId(Job.Kind kind) {
        String id;
        do {
            id = "%s-%08x".formatted(kind.word(), ThreadLocalRandom.current().nextInt());
        } while (jobs.containsKey(id) || past.containsKey(id));
        return id;
    }

    private void forget() {
        var over = Stream.concat(
                        past.keySet().stream(),
                        jobs.values().stream().filter(RunningJob::isOver).map(RunningJob::id))
                .toList();
        for (var id : over.subList(0, Math.max(0, Math.min(over.size(), past.size() + jobs.size() - KEPT)))) {
            past.remove(id);
            jobs.remove(id);
            files.delete(id);
        }
    }

    /**
     * All that are kept.
     *
     * @return the newest first
     */
    public synchronized List<Job> all() {
        var all = new ArrayList<>(past.values());
        jobs.values().stream().map(RunningJob::view).forEach(all::add);
        Collections.reverse(all);
        return all;
    }

    /**
     * One of them.
     *
     * @param id its id
     * @return how it is now
     * @throws Refusal when there is none
     */
    public Job one(String id) {
        return find(id).orElseGet(() -> require(id).view());
    }

    private synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(past.get(id));
    }

    /**
     * Tells a job to end; one that is over stays as it is.
     *
     * @param id its id
     * @return how it is now
     * @throws Refusal when there is none
     */
    public Job cancel(String id) {
        var over = find(id);
        if (over.isPresent()) {
            return over.get();
        }
        var job = require(id);
        job.cancel();
        return job.view();
    }

    private synchronized RunningJob require(String id) {
        var job = jobs.get(id);
        if (job == null) {
            throw Refusal.of(
                    ProblemCode.NO_SUCH_JOB,
                    "There is no job '%s': the last %d are kept.".formatted(id, KEPT),
                    "GET /api/v1/jobs has all.");
        }
        return job;
    }

    /** Tells all to end, and waits for them. */
    @Override
    public void close() {
        List<RunningJob> running;
        synchronized (this) {
            closed = true;
            running = jobs.values().stream().filter(job -> !job.isOver()).toList();
        }
        running.forEach(RunningJob::cancel);
        try {
            for (var job : running) {
                job.join(PATIENCE_MILLIS);
                if (!job.isOver()) {
                    LOG.atError().addKeyValue("job", job.id()).log("a job did not end in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
