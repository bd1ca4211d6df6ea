package dev.caudal.s3.sink;

import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** One of the names of an enumeration, in capitals or not. */
record Choice<E extends Enum<E>>(Class<E> type) implements ConfigDef.Validator {

    static <E extends Enum<E>> E of(Class<E> type, String name) {
        return Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public void ensureValid(String setting, @Nullable Object value) {
        String name = String.valueOf(value).strip();
        if (Arrays.stream(type.getEnumConstants())
                .noneMatch(choice -> choice.name().equalsIgnoreCase(name))) {
            throw new ConfigException(setting, value, "It has to be one of " + this + ".");
        }
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
