/** The rehearsal of the loss of a cluster. */
@NullMarked
package dev.caudal.server.drill;

import org.jspecify.annotations.NullMarked;
