package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that clients made and read from over HTTP. Any thread may ask; a thread of its own does everything, and no
 * asker waits. What a client does next tells that it had the pages before.
 */
final class ConsumerInstance {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerInstance.class);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration COMMITTING = Duration.ofMillis(1);
    private static final Duration LEAVING = Duration.ofSeconds(5);

    /** Something to do when no page is being written, or at the latest after some time. */
    private record Quiet(long deadline, Runnable task) {}

    private final ConsumerSettings settings;
    private final MemoryBudget memory;
    private final MemoryBudget.Hold hold;
    private final ConsumerLoop loop;
    private final Inbox inbox;
    private final Progress progress;
    private final Membership membership;

    // The rest belongs to the loop's thread, but for lastUsed.
    private final ReadQueue reads;
    private final List<Quiet> quiet = new ArrayList<>();
    private final Attendance attendance = new Attendance();
    private volatile long lastUsed = System.nanoTime();

    ConsumerInstance(ConsumerSettings settings, Consumer<byte[], byte[]> consumer, MemoryBudget memory) {
        this.settings = settings;
        this.memory = memory;
        hold = memory.hold(0);
        loop = new ConsumerLoop(consumer);
        inbox = new Inbox(hold);
        progress = new Progress(consumer, settings.commit() == ConsumerSettings.Commit.EXPLICIT);
        membership = new Membership(consumer, inbox, progress);
        boolean json = settings.format() == Format.JSON;
        reads = new ReadQueue(loop, inbox, progress, membership, attendance, json, this::used);
    }

    void start(ConsumerName name) {
        loop.start("rest-consumer-" + name.group() + "-" + name.name(), this::turn, this::end);
    }

    ConsumerSettings settings() {
        return settings;
    }

    /** Whether records are here that wait for a reader; any thread may ask. */
    boolean hasRecords() {
        return !hold.isEmpty();
    }

    /** How long nobody has asked it for anything. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    /**
     * Asks for records.
     *
     * @param read the request
     * @param first what to do before, on the consumer's thread
     */
    CompletionStage<Page> read(Read read, java.util.function.Consumer<Membership> first) {
        boolean taken = submit(() -> {
            try {
                attendance.arrived(read.client());
                membership.resume();
                first.accept(membership);
                if (!membership.isDirected()) {
                    throw illegal("Consumer is not subscribed to any topics or assigned any partitions");
                }
                reads.add(read);
            } catch (RuntimeException e) {
                read.result().completeExceptionally(answer(e));
            }
        });
        if (!taken) {
            read.result().completeExceptionally(RestError.instanceNotFound());
        }
        return read.result();
    }

    /** Does something about what it reads. */
    <T> CompletionStage<T> ask(Function<Membership, T> question) {
        return run(question, task -> task.run());
    }

    /** Does something about what it has delivered, when no page is on its way. */
    <T> CompletionStage<T> settle(Function<Progress, T> question) {
        return run(
                membership -> question.apply(progress),
                task -> quiet.add(new Quiet(System.nanoTime() + LEAVING.toNanos(), task)));
    }

    /**
     * Ends it: waits are answered, what was acknowledged is committed, the group is left.
     *
     * @param received whether the client asks for it, and so has got all that was sent to it
     */
    CompletionStage<Boolean> close(boolean received) {
        return settle(delivered -> {
            if (received) {
                delivered.acknowledgeAll();
            }
            loop.stop();
            return true;
        });
    }

    boolean await(Duration limit) {
        return loop.await(limit);
    }

    private <T> CompletionStage<T> run(Function<Membership, T> question, java.util.function.Consumer<Runnable> when) {
        var result = new CompletableFuture<T>();
        Runnable task = () -> {
            try {
                membership.resume();
                result.complete(question.apply(membership));
            } catch (RuntimeException e) {
                result.completeExceptionally(answer(e));
            }
        };
        boolean taken = submit(() -> {
            attendance.arrived();
            when.accept(task);
        });
        if (!taken) {
            result.completeExceptionally(RestError.instanceNotFound());
        }
        return result;
    }

    private boolean submit(Runnable task) {
        used();
        return loop.submit(task);
    }

    private void used() {
        lastUsed = System.nanoTime();
    }

    private void turn() {
        settleQuiet();
        reads.serve();
        progress.commitSoon();
        if (reads.isAbandoned()) {
            membership.release();
        }
        fetch();
    }

    private void settleQuiet() {
        long now = System.nanoTime();
        var due = quiet.stream()
                .filter(each -> !reads.isWriting() || now - each.deadline() > 0)
                .toList();
        quiet.removeAll(due);
        due.forEach(each -> each.task().run());
    }

    private void fetch() {
        if (!membership.isActive()) {
            loop.rest(wait(IDLE));
            return;
        }
        try {
            membership.fetchMore(reads.wantsMore(memory.isTight()));
            long before = inbox.bytes();
            loop.poll(reads.isUrgent() ? progress.isSettled() ? Duration.ZERO : COMMITTING : wait(IDLE), inbox::add);
            reads.fetched(inbox.bytes() != before);
        } catch (RetriableException e) {
            loop.rest(Duration.ofMillis(100));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("problem", e.toString()).log("records could not be fetched");
            reads.failed(KafkaErrors.of(e));
            if (reads.isEmpty()) {
                loop.rest(IDLE);
            }
        }
    }

    private Duration wait(Duration most) {
        return Duration.ofNanos(Math.max(0, Math.min(most.toNanos(), reads.left())));
    }

    private void end() {
        reads.end();
        try {
            membership.close(LEAVING);
        } finally {
            hold.close();
        }
    }

    private static RestError answer(RuntimeException error) {
        return error instanceof IllegalStateException
                ? illegal(String.valueOf(error.getMessage()))
                : KafkaErrors.of(error);
    }

    private static RestError illegal(String message) {
        return new RestError(ErrorCode.ILLEGAL_STATE, "Illegal state: " + message);
    }
}
