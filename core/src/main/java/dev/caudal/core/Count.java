package dev.caudal.core;

import java.util.Locale;

/** How many there are of something, in English. */
public final class Count {
    private Count() {}

    /**
     * As in {@code 1 table}, {@code 1,200 tables}.
     *
     * @param number how many
     * @param one the word for one, whose plural has an s behind it
     * @return the number with the word that fits it
     */
    public static String of(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }
}
