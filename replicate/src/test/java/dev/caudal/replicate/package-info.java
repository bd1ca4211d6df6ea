/** Tests of the replication connector. */
@NullMarked
package dev.caudal.replicate;

import org.jspecify.annotations.NullMarked;
