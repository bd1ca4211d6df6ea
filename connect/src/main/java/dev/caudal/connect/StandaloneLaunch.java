package dev.caudal.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;

/**
 * A standalone worker with its connectors, from files. One thread uses it: {@link #check}, then {@link #start}, or
 * {@link #fix} instead of both.
 */
public final class StandaloneLaunch {
    private final WorkerFile worker;
    private final List<ConnectorFile> files;
    private final Options options;
    private final Consumer<String> notes;

    /**
     * How files are taken.
     *
     * @param localStore the store that sinks write to instead of Amazon's, if they shall
     * @param unknownKeysPass whether keys that look like typing errors are only warned of
     */
    public record Options(Optional<LocalStore> localStore, boolean unknownKeysPass) {}

    /**
     * Reads the files.
     *
     * @param workerFile the worker's settings
     * @param connectorFiles one for each connector: properties, JSON, or the JSON of a request that creates a connector
     * @param options how they are taken
     * @param notes hears each line for the person at the terminal
     * @throws LaunchException when a file cannot be read
     */
    public StandaloneLaunch(Path workerFile, List<Path> connectorFiles, Options options, Consumer<String> notes) {
        this.worker = WorkerFile.read(workerFile);
        this.files = connectorFiles.stream().map(ConnectorFile::read).toList();
        this.options = options;
        this.notes = notes;
    }

    /**
     * Tells all that is wrong in all files.
     *
     * @return what the connectors are to be created with
     * @throws LaunchException when there are errors
     */
    public List<Map<String, String>> check() {
        var ready = new ArrayList<Map<String, String>>();
        int errors = 0;
        var plugins = new Plugins(worker.settings());
        var config = worker.config(plugins, StandaloneConfig::new);
        try (var references = new References(plugins, config)) {
            for (var file : files) {
                var substitutes = Substitutes.of(file, worker, plugins, options.localStore());
                substitutes.notes().forEach(note -> notes.accept("%s: %s".formatted(file.path(), note)));
                var settings = substitutes.used();
                var resolved = references.resolve(file, settings);
                var rules = Rules.of(plugins, config, resolved);
                errors += tell(file, Lint.of(file, rules, resolved, options.unknownKeysPass()));
                ready.add(settings);
            }
        }
        if (errors > 0) {
            throw new LaunchException(
                    LaunchException.Kind.FINDINGS,
                    "%s; nothing was started. --fix writes a copy with the keys mended."
                            .formatted(errors == 1 ? "1 error" : errors + " errors"));
        }
        return ready;
    }

    /**
     * Writes a mended copy beside each file, never over it, and tells what is left to do in it.
     *
     * @throws LaunchException when something is left to do, or a copy is there already
     */
    public void fix() {
        var plugins = new Plugins(worker.settings());
        var config = worker.config(plugins, StandaloneConfig::new);
        int left = 0;
        try (var references = new References(plugins, config)) {
            for (var file : files) {
                if (file.isJson()) {
                    throw new LaunchException(
                            LaunchException.Kind.BAD_FILE,
                            "%s is JSON; --fix mends .properties only.".formatted(file.path()));
                }
                var rules = Rules.of(plugins, config, references.resolve(file, settings(file, plugins)));
                var mended = Mended.write(file, rules);
                notes.accept("Wrote %s; %s is as it was.".formatted(mended.path(), file.path()));
                var resolved = references.resolve(mended, settings(mended, plugins));
                var again = Rules.of(plugins, config, resolved);
                left += tell(mended, Lint.of(mended, again, resolved, options.unknownKeysPass()));
            }
        }
        if (left > 0) {
            throw new LaunchException(
                    LaunchException.Kind.FINDINGS,
                    "%s left in the mended copy.".formatted(left == 1 ? "1 error is" : left + " errors are"));
        }
    }

    /**
     * Starts the worker and creates the connectors.
     *
     * @param connectors as {@link #check} returned them
     * @return the running worker, to be closed by the caller
     * @throws LaunchException when the worker does not start, or refuses a connector
     */
    public RunningWorker start(List<Map<String, String>> connectors) {
        var running = RunningWorker.start(worker, settings -> new ConnectStandalone().startConnect(settings));
        try {
            connectors.forEach(running::create);
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
        return running;
    }

    /**
     * The names of connectors.
     *
     * @param connectors as {@link #check} returned them
     * @return in the order of their files
     */
    public static List<String> names(List<Map<String, String>> connectors) {
        return connectors.stream()
                .map(settings -> settings.getOrDefault(ConnectorConfig.NAME_CONFIG, ""))
                .toList();
    }

    private int tell(ConnectorFile file, List<Finding> findings) {
        findings.forEach(finding -> notes.accept(finding.in(file)));
        return (int) findings.stream().filter(Finding::isError).count();
    }

    private Map<String, String> settings(ConnectorFile file, Plugins plugins) {
        return Substitutes.of(file, worker, plugins, options.localStore()).used();
    }
}
