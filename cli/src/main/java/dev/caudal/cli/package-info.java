/** The command {@code caudal}. */
@NullMarked
package dev.caudal.cli;

import org.jspecify.annotations.NullMarked;
