/** The HTTP API of the platform; the only package that knows HTTP. */
@NullMarked
package dev.caudal.server.api;

import org.jspecify.annotations.NullMarked;
