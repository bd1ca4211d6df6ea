/** The replication task as a Kafka Connect source connector. */
@NullMarked
package dev.caudal.replicate;

import org.jspecify.annotations.NullMarked;
