package dev.caudal.server;

import dev.caudal.server.definition.PlatformException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Kafka's code from ending our process: where it would exit, its thread ends and the platform learns why.
 *
 * <p>There is one for the process, as Kafka has one exit procedure for the process.
 */
final class KafkaExits {
    private static volatile CompletableFuture<String> current = new CompletableFuture<>();

    private KafkaExits() {}

    /** Takes over from now on; the returned future completes when Kafka's code wants to exit. */
    static CompletableFuture<String> install() {
        var exit = new CompletableFuture<String>();
        current = exit;
        Exit.setExitProcedure(KafkaExits::exit);
        Exit.setHaltProcedure(KafkaExits::exit);
        return exit;
    }

    private static void exit(int status, @Nullable String message) {
        var reason = message == null ? "status " + status : message + " (status " + status + ")";
        current.complete(reason);
        throw new PlatformException("Kafka's code wanted to end the process: " + reason + ".");
    }
}
