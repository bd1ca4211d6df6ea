package dev.caudal.mysql;

import dev.caudal.core.ChangeSequence;
import dev.caudal.core.TableId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a MySQL or MariaDB server from where a task stopped: first the full load, then the log. It reads ahead on
 * threads of its own; {@link #poll} and {@link #close} are called by the thread that delivers.
 */
public final class MySqlSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MySqlSource.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration SAVE = Duration.ofSeconds(10);

    private SourceConfig config;
    private final BatchQueue queue;
    private final Outlet out;
    private final SourceEvents events;
    private final CapturedTables captured;
    private final Duration saveInterval;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable LogConnection log;

    private MySqlSource(
            SourceConfig config, TaskState state, long queueBytes, SourceEvents events, Duration saveInterval) {
        this.saveInterval = saveInterval;
        this.config = config;
        this.queue = new BatchQueue(queueBytes);
        this.out = new Outlet(queue, state.copy());
        this.events = events;
        this.captured = new CapturedTables(config.tables(), state, events);
        this.thread = new Thread(this::run, "caudal-source-" + config.serverId());
        thread.setDaemon(true);
    }

    /**
     * Starts to read.
     *
     * @param config what is read
     * @param state where to start; not changed
     * @param queueBytes how far to read ahead, in bytes of messages
     * @param events told of what happens
     */
    public static MySqlSource start(SourceConfig config, TaskState state, long queueBytes, SourceEvents events) {
        return start(config, state, queueBytes, events, SAVE);
    }

    /** As the other, saying also how often a position is handed on while no selected table changes. */
    static MySqlSource start(
            SourceConfig config, TaskState state, long queueBytes, SourceEvents events, Duration saveInterval) {
        MySqlSource source = new MySqlSource(config, state, queueBytes, events, saveInterval);
        source.thread.start();
        return source;
    }

    /**
     * The next batch, or nothing if none came in time.
     *
     * @throws SourceException if reading failed and everything before the failure was returned
     */
    public Optional<Batch> poll(Duration timeout) throws InterruptedException {
        return queue.poll(timeout);
    }

    /** How far it has read. */
    public Reading reading() {
        return out.reading();
    }

    private void run() {
        try {
            config = config.reachable();
            read();
            out.reading().ended();
        } catch (InterruptedException e) {
            queue.fail(SourceException.passing("The source was told to stop.", e));
        } catch (SourceException e) {
            queue.fail(e);
        } catch (RuntimeException | Error e) {
            queue.fail(SourceException.fatal(
                    "Reading " + config.address() + " failed in a way that was not foreseen: " + e, e));
        }
    }

    private void read() throws InterruptedException {
        List<TableStructure> present = refuseUnsupported();
        if (!config.fullLoad()) {
            startWithoutLoad();
        }
        keepColumns(present);
        if (config.fullLoad()) {
            load();
        }
        if (config.applyChanges()) {
            follow(Optional.empty());
        }
    }

    /** A table that is gone may still have changes in the log; one that is there must be as its settings want it. */
    private List<TableStructure> refuseUnsupported() {
        List<TableStructure> supported = catalog(catalog -> {
            catalog.names().twice(config.tables(), config.address()).ifPresent(finding -> {
                throw SourceException.fatal(finding.what() + " " + finding.remedy());
            });
            return captured.all().stream()
                    .filter(table -> catalog.engine(table).isPresent())
                    .flatMap(table -> catalog.find(table).stream())
                    .toList();
        });
        supported.forEach(table -> OutputRow.check(table, config.shape(table.id())));
        LOG.debug("All columns of {} tables are captured", supported.size());
        return supported;
    }

    /** Where changes of the structure are ignored, the columns are those that a table has when it is first looked at. */
    private void keepColumns(List<TableStructure> present) throws InterruptedException {
        boolean ignored = config.policies().ddl().alter() == DdlPolicy.IGNORE;
        Map<TableId, List<String>> kept = new HashMap<>();
        for (TableStructure table : present) {
            List<String> known = out.state().load(table.id()).columns();
            List<String> wanted = ignored
                    ? known.isEmpty()
                            ? table.columns().stream().map(Column::name).toList()
                            : known
                    : List.of();
            if (!wanted.equals(known)) {
                handOn(new Progress.Sending(table.id(), wanted));
            }
            kept.put(table.id(), wanted);
        }
        config = config.sending(kept);
    }

    private void load() throws InterruptedException {
        FullLoad load = new FullLoad(config, out, captured);
        if (!load.isNeeded()) {
            return;
        }
        events.event(SourceEvent.LOAD_STARTED, "The full load has started.");
        load.runEpoch();
        while (load.isNeeded()) {
            if (config.applyChanges()) {
                follow(Optional.of(catalog(Catalog::logEnd).at()));
            }
            load.runEpoch();
        }
        events.event(SourceEvent.LOAD_COMPLETED, "All rows of the full load have been read.");
    }

    private void startWithoutLoad() throws InterruptedException {
        Map<TableId, Optional<TableDefinition>> definitions = Map.of();
        if (out.state().log().isEmpty()) {
            PresentTables.Start start = new PresentTables(config.address()).start(captured.all());
            handOn(new Progress.Log(LogPosition.between(start.end().at(), ChangeSequence.START)
                    .on(start.end().server(), "")));
            definitions = start.definitions();
        }
        for (TableId table : config.tables()) {
            if (!out.state().knows(table) || out.state().load(table).isNotBegun()) {
                handOn(new Progress.LoadStarted(table, TableLoad.NOT_WANTED));
            }
        }
        for (Map.Entry<TableId, Optional<TableDefinition>> each : definitions.entrySet()) {
            handOn(Progress.Structured.of(each.getKey(), each.getValue()));
        }
    }

    private void handOn(Progress progress) throws InterruptedException {
        out.send(new Batch(progress));
    }

    private void follow(Optional<BinlogCoordinate> until) throws InterruptedException {
        LogStart start = new StartFinder(config.address(), out.state(), events).find();
        if (start.catchUp().isPresent()) {
            leaveOldPlaces();
        }
        LogDialect dialect = catalog(Catalog::dialect);
        LoadJudge judge = new LoadJudge(config.tables(), out.state());
        StructureHistory history = new StructureHistory(
                config.tables(),
                out.state(),
                judge,
                dialect,
                start.position().start(),
                new PresentTables(config.address()));
        try (LogTables tables = new LogTables(
                        captured,
                        config::shape,
                        dialect,
                        table -> catalog(catalog -> catalog.structure(table)),
                        history);
                LogConnection connection = new LogConnection(
                        config.address(), config.serverId(), start.position().start())) {
            LogReader reader = new LogReader(config, out, tables, captured, judge, start, until, saveInterval);
            log = connection;
            if (!closed) {
                connection.stream(reader);
            }
        } finally {
            log = null;
        }
    }

    /** The log has reached the places of all loads, which are those of a server that is not read any more. */
    private void leaveOldPlaces() throws InterruptedException {
        for (TableId table : captured.all()) {
            if (!out.state().load(table).followed()) {
                handOn(new Progress.Followed(table));
            }
        }
    }

    private interface Question<T> {
        T ask(Catalog catalog);
    }

    private <T> T catalog(Question<T> question) {
        try (SourceConnection connection = SourceConnection.open(config.address())) {
            return question.ask(new Catalog(connection));
        }
    }

    /** Stops reading; what was read and not polled is forgotten. Waits at most 10 s for the threads. */
    @Override
    public void close() {
        closed = true;
        queue.close();
        thread.interrupt();
        LogConnection open = log;
        if (open != null) {
            open.close();
        }
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
