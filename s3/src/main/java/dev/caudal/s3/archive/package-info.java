/**
 * The archive in a bucket: what the plain objects of the sink lack for a restore. Values and their bytes; nothing here
 * talks to a store or to Kafka. The layout is that of ADR 8.
 */
@NullMarked
package dev.caudal.s3.archive;

import org.jspecify.annotations.NullMarked;
