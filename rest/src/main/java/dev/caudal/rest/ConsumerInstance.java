package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that clients made and read from over HTTP. Any thread may ask; a thread of its own does everything, and no
 * asker waits.
 *
 * <p>Reads are served one after the other, each page written before the next is begun. A page that could not be written
 * goes back and is the next one. What a client does next tells that it had the pages before.
 */
final class ConsumerInstance {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerInstance.class);

    /** So much is fetched before anybody asks for it. */
    private static final int AHEAD_BYTES = 2 << 20;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration COMMITTING = Duration.ofMillis(1);

    /** A read may wait so much longer for a commit, rather than get nothing though there are records. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration ABANDONED = Duration.ofSeconds(4);
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
    private final ArrayDeque<Read> reads = new ArrayDeque<>();
    private final List<Quiet> quiet = new ArrayList<>();
    private final Attendance attendance = new Attendance();
    private Optional<Page> writing = Optional.empty();
    private Optional<RestError> failure = Optional.empty();
    private boolean drained = true;
    private long pages;
    private volatile long lastUsed = System.nanoTime();

    ConsumerInstance(ConsumerSettings settings, Consumer<byte[], byte[]> consumer, MemoryBudget memory) {
        this.settings = settings;
        this.memory = memory;
        hold = memory.hold(0);
        loop = new ConsumerLoop(consumer);
        inbox = new Inbox(hold);
        progress = new Progress(consumer, settings.commit() == ConsumerSettings.Commit.EXPLICIT);
        membership = new Membership(consumer, inbox, progress);
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
                read.arrive(writing.isPresent() ? pages - 1 : pages);
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
        lastUsed = System.nanoTime();
        return loop.submit(task);
    }

    private void turn() {
        settleQuiet();
        serve();
        progress.commitSoon();
        if (writing.isEmpty() && attendance.isAbandoned(reads, ABANDONED)) {
            membership.release();
        }
        fetch();
    }

    private void settleQuiet() {
        long now = System.nanoTime();
        var due = quiet.stream()
                .filter(each -> writing.isEmpty() || now - each.deadline() > 0)
                .toList();
        quiet.removeAll(due);
        due.forEach(each -> each.task().run());
    }

    private void serve() {
        while (writing.isEmpty() && !reads.isEmpty()) {
            var read = reads.getFirst();
            if (read.begin()) {
                progress.acknowledge(read);
            }
            if (read.client().isGone()) {
                attendance.left();
                answer(read, List.of());
            } else if (failure.isPresent()) {
                fail(read, failure.get());
                failure = Optional.empty();
            } else if (progress.isSettled() && isReady(read)) {
                deliver(read);
            } else if (read.left() <= (inbox.isEmpty() ? 0 : -GRACE.toNanos())) {
                answer(read, List.of());
            } else {
                return;
            }
        }
    }

    private boolean isReady(Read read) {
        if (read.left() <= 0) {
            return true;
        }
        long wanted = Math.max(1, read.minBytes());
        return inbox.bytes() >= Math.min(AHEAD_BYTES, read.maxBytes()) && inbox.bytes() >= wanted
                || drained && !inbox.isEmpty() && inbox.bytes() >= (read.minBytes() < 1 ? 0 : wanted);
    }

    private void deliver(Read read) {
        try {
            answer(read, inbox.take(read.maxBytes(), settings.format() == Format.JSON));
        } catch (RestError e) {
            fail(read, e);
        }
    }

    private void answer(Read read, List<ConsumerRecord<byte[], byte[]>> records) {
        reads.removeFirst();
        if (records.isEmpty()) {
            read.result().complete(nothing(read));
            return;
        }
        pages++;
        var page = new Page(pages, read.client(), records, written -> {
            lastUsed = System.nanoTime();
            var unused = loop.submit(() -> finished(written));
        });
        writing = Optional.of(page);
        read.result().complete(page);
    }

    private void finished(boolean written) {
        writing.ifPresent(page -> {
            if (written) {
                progress.written(page);
            } else {
                attendance.left();
                inbox.putBack(page.records().stream()
                        .filter(record -> membership.reads(record.topic(), record.partition()))
                        .toList());
            }
        });
        writing = Optional.empty();
    }

    private void fail(Read read, RestError error) {
        reads.removeFirst();
        read.result().completeExceptionally(error);
    }

    private void fetch() {
        if (!membership.isActive()) {
            loop.rest(wait(IDLE));
            return;
        }
        try {
            membership.fetchMore(wantsMore());
            boolean hurry = !reads.isEmpty() && writing.isEmpty() && !inbox.isEmpty();
            long before = inbox.bytes();
            loop.poll(hurry ? progress.isSettled() ? Duration.ZERO : COMMITTING : wait(IDLE), inbox::add);
            drained = inbox.bytes() == before;
        } catch (RetriableException e) {
            loop.rest(Duration.ofMillis(100));
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("problem", e.toString()).log("records could not be fetched");
            failure = Optional.of(KafkaErrors.of(e));
            if (reads.isEmpty()) {
                loop.rest(IDLE);
            }
        }
    }

    private boolean wantsMore() {
        long wanted = Math.max(
                AHEAD_BYTES, reads.stream().mapToLong(Read::minBytes).max().orElse(0));
        boolean awaited = !reads.isEmpty() && inbox.isEmpty();
        return inbox.bytes() < wanted && (awaited || !memory.isTight());
    }

    private Duration wait(Duration most) {
        long left = reads.stream().mapToLong(Read::left).min().orElse(Long.MAX_VALUE);
        return Duration.ofNanos(Math.max(0, Math.min(most.toNanos(), left)));
    }

    private void end() {
        reads.forEach(read -> read.result().complete(nothing(read)));
        reads.clear();
        try {
            membership.close(LEAVING);
        } finally {
            hold.release();
        }
    }

    private Page nothing(Read read) {
        return new Page(0, read.client(), List.of(), written -> lastUsed = System.nanoTime());
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
