/** What is defined: kept in one compacted topic, versioned, saved all at once or not at all; its secrets encrypted. */
@NullMarked
package dev.caudal.server.definition;

import org.jspecify.annotations.NullMarked;
