package dev.caudal.s3.sink;

import java.util.Locale;

/** How the setting {@code locale} is read. */
enum LocaleMode {
    /** All of it as a language: es_CL has no names of its own then. */
    CONFLUENT {
        @Override
        Locale locale(String text) {
            return new Locale(text);
        }
    },
    /** Language, country and variant. */
    CORRECT {
        @Override
        Locale locale(String text) {
            return Locale.forLanguageTag(text.replace('_', '-'));
        }
    };

    abstract Locale locale(String text);
}
