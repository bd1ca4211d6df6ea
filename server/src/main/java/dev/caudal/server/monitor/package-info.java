/** What tasks tell of themselves: how they are now, their history, events, log lines and alerts. Knows nothing of HTTP. */
@NullMarked
package dev.caudal.server.monitor;

import org.jspecify.annotations.NullMarked;
