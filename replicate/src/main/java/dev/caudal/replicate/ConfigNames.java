package dev.caudal.replicate;

import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Enums as values of settings: {@code PRIMARY_KEY} is written {@code primary-key}. */
final class ConfigNames {

    private ConfigNames() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Accepts the names of an enum. */
    static ConfigDef.Validator oneOf(Class<? extends Enum<?>> type) {
        String[] names =
                Arrays.stream(type.getEnumConstants()).map(ConfigNames::of).toArray(String[]::new);
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (!Arrays.asList(names).contains(String.valueOf(value))) {
                        throw new ConfigException(name, value, "must be one of " + String.join(", ", names));
                    }
                },
                () -> String.join(", ", names));
    }
}
