package dev.caudal.s3.store;

import java.time.Instant;

/**
 * An object as a listing or a look at it tells.
 *
 * @param key its name in the bucket
 * @param bytes its size
 * @param etag its tag, as the store gives it
 * @param modified when it was written, by the store's clock
 */
public record StoredObject(String key, long bytes, String etag, Instant modified) {}
