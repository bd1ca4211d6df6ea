package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchivedHeader;
import dev.caudal.s3.archive.Fidelity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the archive keeps of a record.
 *
 * @param key its bytes
 * @param value its bytes
 * @param headers in their order
 * @param fidelity the worst of the three
 */
record Archived(byte @Nullable [] key, byte @Nullable [] value, List<ArchivedHeader> headers, Fidelity fidelity) {}
