/** Kafka clusters of this machine, real brokers as child processes, behind the API of Amazon MSK. */
@NullMarked
package dev.caudal.cluster;

import org.jspecify.annotations.NullMarked;
