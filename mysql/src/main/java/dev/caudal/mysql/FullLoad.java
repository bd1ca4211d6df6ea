package dev.caudal.mysql;

import dev.caudal.core.ChangeSequence;
import dev.caudal.core.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads, in one epoch, what is not loaded yet. Runs on the thread that reads, with one more thread for each connection.
 * A table that cannot be read is suspended and the others go on, unless it is the only one left.
 */
final class FullLoad {

    private static final Logger LOG = LoggerFactory.getLogger(FullLoad.class);
    private static final long STOP_MILLISECONDS = 5_000;
    private static final int RANGES_PER_CONNECTION = 4;
    private static final int UNKNOWN_COLUMN = 1054;

    private final SourceConfig config;
    private final TaskState state;
    private final Outlet out;
    private final CapturedTables captured;
    private final Map<TableId, Optional<TableDefinition>> before = new HashMap<>();

    FullLoad(SourceConfig config, Outlet out, CapturedTables captured) {
        this.config = config;
        this.state = out.state();
        this.out = out;
        this.captured = captured;
    }

    /** Whether a table is not loaded completely. */
    boolean isNeeded() {
        return !wanted().isEmpty();
    }

    private List<TableId> wanted() {
        return config.tables().stream()
                .filter(captured::has)
                .filter(table -> !state.load(table).complete())
                .toList();
    }

    /** Those of the tables that are there and may be read: a lock on another one would be refused for ever. */
    private List<TableId> readable(List<TableId> tables) throws InterruptedException {
        List<TableId> readable = new ArrayList<>();
        try (SourceConnection connection = SourceConnection.open(config.address())) {
            Catalog catalog = new Catalog(connection);
            boolean named = catalog.logsNames();
            before.clear();
            for (TableId table : tables) {
                if (attempt(table, () -> catalog.structure(table)).isPresent()) {
                    readable.add(table);
                    if (!named) {
                        before.put(table, catalog.logged(table));
                    }
                }
            }
        }
        return readable;
    }

    /** Where the log lacks names, a load that begins notes the definition: the same before and behind its place. */
    private void note(TableId table, Catalog catalog) throws InterruptedException {
        if (!before.containsKey(table) || !state.load(table).loaded().ranges().isEmpty()) {
            return;
        }
        Optional<TableDefinition> definition = catalog.logged(table);
        if (!definition.equals(before.get(table))) {
            throw PresentTables.changed(table);
        }
        handOn(Progress.Structured.of(table, definition));
    }

    private interface Work<T> {
        T done() throws InterruptedException;
    }

    /** Does what concerns one table; if that fails for good, the table is suspended and the answer is empty. */
    private <T> Optional<T> attempt(TableId table, Work<T> work) throws InterruptedException {
        try {
            return Optional.of(work.done());
        } catch (SourceException e) {
            if (e.retryable() || e.row().isPresent() && config.policies().dataErrors() == DataErrorPolicy.STOP) {
                throw e;
            }
            if (isAboutColumn(e)) {
                throw SourceException.passing(
                        "The table " + table + " was altered while it was loaded; its load goes on anew.", e);
            }
            if (captured.suspend(table, e)) {
                Progress suspended = new Progress.Suspended(table, String.valueOf(e.getMessage()));
                out.send(new Batch(List.of(), e.row().stream().toList(), List.of(suspended), 0));
            }
            return Optional.empty();
        }
    }

    /** The server lacks a column that it had when the structure was read. */
    private static boolean isAboutColumn(SourceException failure) {
        return failure.getCause() instanceof SQLException refusal && refusal.getErrorCode() == UNKNOWN_COLUMN;
    }

    /** Opens an epoch and loads until all is loaded or the epoch's time is over. */
    void runEpoch() throws InterruptedException {
        List<TableId> tables = readable(wanted());
        if (tables.isEmpty()) {
            return;
        }
        try (Epoch epoch = Epoch.open(config.address(), config.loadConnections(), tables)) {
            BinlogCoordinate at = epoch.log().at();
            LOG.info("Full load of {} tables: snapshot opened at {}", tables.size(), at);
            out.reading().begun();
            if (state.log().isEmpty() || nothingIsLoaded()) {
                ChangeSequence sequence = state.log().map(LogPosition::sequence).orElse(ChangeSequence.START);
                handOn(new Progress.CopiesForgotten());
                handOn(new Progress.Log(
                        LogPosition.between(at, sequence).on(epoch.log().server(), "")));
            }
            ConcurrentLinkedQueue<RangeLoader> work = new ConcurrentLinkedQueue<>();
            for (TableId table : tables) {
                attempt(table, () -> plan(table, epoch.connections().get(0), at))
                        .ifPresent(work::addAll);
            }
            run(work, epoch);
        }
    }

    /** Then no change before the snapshot counts, and the log from there on is enough: the older one may be gone. */
    private boolean nothingIsLoaded() {
        return config.tables().stream()
                .map(state::load)
                .noneMatch(load -> load.followed() || !load.loaded().ranges().isEmpty());
    }

    private List<RangeLoader> plan(TableId table, SourceConnection connection, BinlogCoordinate at)
            throws InterruptedException {
        Catalog catalog = new Catalog(connection);
        note(table, catalog);
        TableStructure structure = catalog.structure(table);
        out.reading().estimated(table, catalog.estimatedRows(table));
        TableLoad load = begin(structure);
        List<RangeLoader> loaders = new ArrayList<>();
        for (LoadedRanges.Gap gap : load.loaded().gaps()) {
            for (LoadedRanges.Gap range : structure.hasRangeKey() ? split(structure, gap, connection) : List.of(gap)) {
                loaders.add(new RangeLoader(structure, load, range, at, config));
            }
        }
        return loaders;
    }

    /** A load that has sent rows goes on where it can be cut, else it starts again under a higher number. */
    private TableLoad begin(TableStructure structure) {
        TableLoad load = state.load(structure.id());
        boolean begun = state.knows(structure.id());
        if (begun && structure.hasRangeKey() && !load.loaded().ranges().isEmpty()) {
            return load;
        }
        return begun ? load.restarted() : load;
    }

    private List<LoadedRanges.Gap> split(TableStructure structure, LoadedRanges.Gap gap, SourceConnection connection) {
        Column key = structure.keyColumn();
        String name = SourceConnection.identifier(key.name());
        List<String> bounds = connection
                .queryInside("SELECT MIN(" + name + "), MAX(" + name + ") FROM " + Epoch.tableName(structure.id()))
                .get(0);
        if (bounds.get(0).isEmpty()) {
            return List.of(gap);
        }
        long low = Math.max(gap.from(), ordered(bounds.get(0), key));
        long high = Math.min(gap.to(), ordered(bounds.get(1), key));
        return KeyRanges.split(gap, low, high, config.loadConnections() * RANGES_PER_CONNECTION);
    }

    private static long ordered(String value, Column key) {
        long bits = key.unsigned() ? Long.parseUnsignedLong(value) : Long.parseLong(value);
        return LoadedRanges.ordered(bits, key.unsigned());
    }

    private void run(ConcurrentLinkedQueue<RangeLoader> work, Epoch epoch) throws InterruptedException {
        long deadline = System.nanoTime() + config.loadEpoch().toNanos();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (SourceConnection connection : epoch.connections()) {
            Thread thread = new Thread(() -> loadAll(work, connection, epoch, deadline, failure), "caudal-load");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            epoch.abort();
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join(STOP_MILLISECONDS);
            }
            throw e;
        }
        rethrow(failure.get());
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Loads at least one range, so that every epoch comes farther. */
    private void loadAll(
            ConcurrentLinkedQueue<RangeLoader> work,
            SourceConnection connection,
            Epoch epoch,
            long deadline,
            AtomicReference<Throwable> failure) {
        try {
            do {
                RangeLoader next = work.poll();
                if (next == null) {
                    return;
                }
                if (captured.has(next.table())) {
                    Optional<Boolean> unused = attempt(next.table(), () -> {
                        next.load(connection, epoch, out, () -> System.nanoTime() >= deadline);
                        return true;
                    });
                }
            } while (System.nanoTime() < deadline);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            epoch.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn(Progress progress) throws InterruptedException {
        out.send(new Batch(progress));
    }
}
