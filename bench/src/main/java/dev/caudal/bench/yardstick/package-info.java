/** A connector that only sends: the limit of what any connector can reach with Kafka's producer. A plug-in of its own. */
@NullMarked
package dev.caudal.bench.yardstick;

import org.jspecify.annotations.NullMarked;
