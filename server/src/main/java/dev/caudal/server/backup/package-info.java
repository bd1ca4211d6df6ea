/** Backups in buckets: what they hold, whether they are whole, and bringing them back. */
@NullMarked
package dev.caudal.server.backup;

import org.jspecify.annotations.NullMarked;
