package dev.caudal.server.backup;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.restore.RestoreException;
import dev.caudal.s3.store.StoreException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;

/** What goes wrong with buckets and restores, as refusals. */
final class Failures {
    private Failures() {}

    /** Asks a bucket, and turns what it throws into a refusal. */
    static <T> T judged(Callable<T> question) {
        try {
            return question.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ProblemCode.INTERRUPTED, "The platform is being stopped.", "Try again.");
        } catch (StoreException e) {
            throw e.kind() == StoreException.Kind.NO_BUCKET
                    ? Refusal.of(
                            ProblemCode.NO_SUCH_BUCKET, String.valueOf(e.getMessage()), "GET /api/v1/buckets has all.")
                    : store(e);
        } catch (ArchiveException e) {
            throw Refusal.of(
                    ProblemCode.BACKUP_DAMAGED,
                    String.valueOf(e.getMessage()),
                    "A versioned bucket still has what was overwritten or deleted.");
        } catch (RestoreException e) {
            throw Refusal.of(
                    e.isConflict() ? ProblemCode.RESTORE_CONFLICT : ProblemCode.RESTORE_REFUSED,
                    String.valueOf(e.getMessage()),
                    "Change that, and begin the restore again: it goes on where it was.");
        } catch (KafkaException e) {
            throw Refusal.of(
                    ProblemCode.BROKERS_SILENT,
                    "The cluster's brokers say: %s".formatted(e.getMessage()),
                    "Look whether the cluster is ACTIVE, and try again.");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw store(e);
        }
    }

    static Refusal store(Exception error) {
        var what = error instanceof IOException ? error.toString() : String.valueOf(error.getMessage());
        return Refusal.of(
                ProblemCode.STORE_FAILED,
                "The object store says: %s".formatted(what),
                "See logs/s3.log in the platform's folder, and try again.");
    }
}
