package dev.caudal.server.world;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.Supervisor;
import dev.caudal.server.world.WorldState.Step;
import dev.caudal.server.world.WorldState.Word;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database {@code world} of a platform while that runs: it starts when somebody wants it, and from then on with the
 * platform, which it never keeps from serving. Any thread may use it; all work is on a thread of its own.
 */
public final class WorldRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorldRun.class);
    private static final long PATIENCE_SECONDS = 60;

    private final LocalDirectory folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "world-database");
        made.setDaemon(true);
        return made;
    });

    private Optional<LocalMariaDb> server;
    private Optional<Supervisor> supervisor = Optional.empty();
    private volatile WorldState state = WorldState.ABSENT;

    private WorldRun(LocalDirectory folder, Optional<LocalMariaDb> given) {
        this.folder = folder;
        this.server = given;
    }

    /**
     * The database of a platform; one that the folder has from before starts in the background.
     *
     * @param folder the platform's
     * @param given the one that came with the platform, which supervises and stops it
     * @return to be closed by the caller
     */
    public static WorldRun in(LocalDirectory folder, Optional<LocalMariaDb> given) {
        var run = new WorldRun(folder, given);
        given.ifPresent(there -> run.state = WorldState.ready(there.port(), Optional.empty()));
        if (given.isEmpty() && WorldServer.isIn(folder)) {
            run.begin(Optional.empty());
        }
        return run;
    }

    /**
     * How it is.
     *
     * @return at this moment
     */
    public WorldState state() {
        return state;
    }

    /**
     * Begins to start it, and to save what replicates it; while that goes on, nothing more is begun.
     *
     * @param define saves, once it serves, and says the name of the task
     * @return how it is now
     */
    public WorldState begin(Function<LocalMariaDb, String> define) {
        return begin(Optional.of(define));
    }

    private synchronized WorldState begin(Optional<Function<LocalMariaDb, String>> define) {
        if (state.state() != Word.STARTING) {
            state = WorldState.starting(Step.START);
            thread.execute(() -> run(define));
        }
        return state;
    }

    private void run(Optional<Function<LocalMariaDb, String>> define) {
        try {
            var running = server.orElseGet(this::start);
            if (define.isPresent()) {
                state = WorldState.starting(Step.DEFINE);
            }
            state = WorldState.ready(running.port(), define.map(how -> how.apply(running)));
        } catch (RuntimeException e) {
            state = WorldState.failed(e);
            LOG.atWarn().setCause(e).log("the database world does not serve");
        }
    }

    private LocalMariaDb start() {
        if (!LocalMariaDb.hasPrograms(folder.servers())) {
            state = WorldState.starting(Step.FETCH);
            ProgramFetch.into(folder, System.getProperty(ProgramFetch.LAUNCHER, ""));
            state = WorldState.starting(Step.START);
        }
        var wanted = WorldServer.of(folder).forPlatform();
        var started = LocalMariaDb.start(folder, wanted.settings());
        try {
            wanted.fill().accept(started);
        } catch (RuntimeException e) {
            started.stop();
            throw e;
        }
        server = Optional.of(started);
        supervisor = Optional.of(Supervisor.of(folder, List.of(started.process())));
        return started;
    }

    /** Stops the one that was started here; waits for it. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.atError().log("the start of the database world did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        supervisor.ifPresent(there -> {
            there.close();
            server.ifPresent(LocalMariaDb::stop);
        });
    }
}
