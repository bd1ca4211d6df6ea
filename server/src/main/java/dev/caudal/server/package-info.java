/** The platform process. */
@NullMarked
package dev.caudal.server;

import org.jspecify.annotations.NullMarked;
