package dev.caudal.bench;

import java.util.Locale;

/** Constants as words. */
final class Words {
    private Words() {}

    /** The constant's name in lower case. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
