/** Work that takes longer than a request: begun, watched, cancelled. */
@NullMarked
package dev.caudal.server.job;

import org.jspecify.annotations.NullMarked;
