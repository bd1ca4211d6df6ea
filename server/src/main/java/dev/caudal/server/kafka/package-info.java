/** The Kafka clusters of a machine as they are looked at: brokers, topics, groups. */
@NullMarked
package dev.caudal.server.kafka;

import org.jspecify.annotations.NullMarked;
