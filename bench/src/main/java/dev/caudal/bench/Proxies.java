package dev.caudal.bench;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import java.time.Duration;
import java.util.Optional;

/** REST proxies, one after the other: a fresh one for each part, as with {@link Workers}. Used by one thread. */
final class Proxies implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final LocalDirectory folder;
    private final String bootstrapServers;
    private final RestSettings settings;
    private Optional<ChildProcess> present = Optional.empty();

    /** Proxies before a broker. */
    Proxies(LocalDirectory folder, String bootstrapServers, RestSettings settings) {
        this.folder = folder;
        this.bootstrapServers = bootstrapServers;
        this.settings = settings;
    }

    /** The proxy for the next part; that of the last part is not to be used any more. */
    ChildProcess next() throws InterruptedException {
        if (settings.rest()) {
            close();
        }
        if (present.isEmpty()) {
            var file = folder.run().resolve("kafka-rest.properties");
            present = Optional.of(new ChildProcesses(folder)
                    .ensure(new RestProxyService(file, bootstrapServers, settings.proxyOptions())));
        }
        if (settings.rest()) {
            Settling.await(present.get().pid());
        }
        return present.get();
    }

    @Override
    public void close() {
        present.ifPresent(proxy -> proxy.stop(GRACE));
        present = Optional.empty();
    }
}
