package dev.caudal.s3.sink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be written: from here on nothing can be wrong with it.
 *
 * @param folder where it goes
 * @param timestamp its extracted time
 * @param tombstone whether it has no value
 * @param value its line; null where it has none
 * @param key its line in the keys' object; null without such
 * @param headers its line in the headers' object; null without such
 * @param original its value in the message
 */
record Lines(
        String folder,
        long timestamp,
        boolean tombstone,
        byte @Nullable [] value,
        byte @Nullable [] key,
        byte @Nullable [] headers,
        Optional<Archived> original) {

    /** Whether it is written into an object at all. */
    boolean placed() {
        return value != null || key != null;
    }
}
