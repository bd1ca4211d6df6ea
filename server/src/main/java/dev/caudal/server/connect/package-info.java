/** Kafka Connect as the platform asks it: a client of a worker's HTTP API, and the password at the worker's door. */
@NullMarked
package dev.caudal.server.connect;

import org.jspecify.annotations.NullMarked;
