/** The database {@code world} that somebody tries the platform with: its server, its connections and its task. */
@NullMarked
package dev.caudal.server.world;

import org.jspecify.annotations.NullMarked;
