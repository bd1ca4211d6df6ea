package dev.caudal.s3.sink;

import dev.caudal.s3.archive.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * What was in the message.
 *
 * @param bytes null for none
 * @param fidelity how well it is known
 */
record Original(byte @Nullable [] bytes, Fidelity fidelity) {

    static final Original NONE = new Original(null, Fidelity.EXACT);
}
