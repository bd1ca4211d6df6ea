package dev.caudal.mysql;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row cannot be sent as the settings of its table want it: what failed, in one sentence. Others may. */
final class RowException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
