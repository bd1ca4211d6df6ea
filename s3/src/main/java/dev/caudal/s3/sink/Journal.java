package dev.caudal.s3.sink;

import dev.caudal.s3.store.StoreException;
import java.util.Optional;
import java.util.OptionalLong;

/** How the objects of one Kafka partition become whole. All methods may be called again after they failed. */
interface Journal {

    /**
     * Where the bucket ends.
     *
     * @return the next offset, or nothing where the consumer group decides
     */
    OptionalLong resume();

    /** What a batch keeps for the archive. */
    Optional<Sidecar> sidecar(long firstOffset);

    /**
     * Completes a batch.
     *
     * @param next the offset after it
     * @throws StoreException of kind {@code PRECONDITION} when another writer was first; the batch is void then
     */
    void commit(Batch batch, long next);
}
