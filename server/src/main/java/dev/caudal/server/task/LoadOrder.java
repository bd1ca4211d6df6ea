package dev.caudal.server.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a table is loaded, beside the others of its task. Tables of the same order are loaded by name. */
public enum LoadOrder {
    /** Before all others. */
    HIGHEST,
    /** Before most. */
    HIGH,
    /** Where nothing else is said. */
    NORMAL,
    /** After most. */
    LOW,
    /** After all others. */
    LOWEST;

    /**
     * Finds an order by its name.
     *
     * @param text as {@link #text} gives it
     * @return empty where there is none of that name
     */
    static Optional<LoadOrder> of(String text) {
        return Arrays.stream(values())
                .filter(order -> order.text().equals(text))
                .findFirst();
    }

    /**
     * The name in definitions.
     *
     * @return lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
