package dev.caudal.replicate;

import java.util.Optional;

/** What is said of failures, whose messages are written by many hands. */
final class FailureText {
    private FailureText() {}

    /** With a full stop where there is none, so that another sentence may follow. */
    static String sentence(String message) {
        var text = message.strip();
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }

    /** What the innermost exception says, where that is not said already. */
    static String cause(Throwable failure, String said) {
        var inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        var cause = Optional.ofNullable(inner.getMessage()).orElseGet(inner::toString);
        return inner == failure || said.contains(cause) ? "" : cause;
    }
}
