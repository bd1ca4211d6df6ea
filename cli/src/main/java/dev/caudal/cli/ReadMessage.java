package dev.caudal.cli;

import dev.caudal.core.AtMessage;
import java.util.Optional;

/**
 * A message with what its record told besides.
 *
 * @param message the message
 * @param table {@code schema.table} by the record's headers, where they were given
 */
record ReadMessage(AtMessage message, Optional<String> table) {}
