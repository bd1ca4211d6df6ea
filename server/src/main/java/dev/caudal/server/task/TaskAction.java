package dev.caudal.server.task;

import java.util.Locale;

/** What may be done with a task, where its state permits. */
public enum TaskAction {
    /** Make it as it is defined now, and run it. */
    RUN("be run"),
    /** End its work; its position stays. */
    STOP("be stopped"),
    /** Go on as it was made, from its position or another. */
    RESUME("be resumed"),
    /** Load its tables, or some, again. */
    RELOAD("load again"),
    /** Remove it. */
    DELETE("be deleted");

    private final String phrase;

    TaskAction(String phrase) {
        this.phrase = phrase;
    }

    /** What it cannot do, in a sentence. */
    String phrase() {
        return phrase;
    }

    /**
     * The word in the API.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
