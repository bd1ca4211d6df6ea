/** A replication task's life: from its definition to a connector, run, stop, resume, reload; and its state. */
@NullMarked
package dev.caudal.server.task;

import org.jspecify.annotations.NullMarked;
