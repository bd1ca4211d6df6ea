package dev.caudal.s3.archive;

import org.jspecify.annotations.Nullable;

/**
 * A header of a record.
 *
 * @param name its name; a record may have several of one name
 * @param value its bytes, or null
 */
public record ArchivedHeader(String name, byte @Nullable [] value) {}
