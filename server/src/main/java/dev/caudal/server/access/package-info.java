/** Who may use the platform's API, and for what. */
@NullMarked
package dev.caudal.server.access;

import org.jspecify.annotations.NullMarked;
