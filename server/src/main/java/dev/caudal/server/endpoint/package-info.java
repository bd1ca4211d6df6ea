/** Endpoints: their types and fields, their test, and what a source has. */
@NullMarked
package dev.caudal.server.endpoint;

import org.jspecify.annotations.NullMarked;
