/** The Kafka clusters of a machine: brokers, topics, groups, and the topics that the platform itself needs. */
@NullMarked
package dev.caudal.server.kafka;

import org.jspecify.annotations.NullMarked;
