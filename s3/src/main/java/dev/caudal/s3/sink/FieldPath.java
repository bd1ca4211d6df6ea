package dev.caudal.s3.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A field, maybe within others.
 *
 * @param name all of it, with dots
 * @param steps from the outermost to the innermost
 */
record FieldPath(String name, List<String> steps) {

    FieldPath {
        steps = List.copyOf(steps);
    }

    static FieldPath of(String setting, String name) {
        List<String> steps = List.of(name.strip().split("\\.", -1));
        if (steps.stream().anyMatch(String::isBlank)) {
            throw new ConfigException(setting, name, "A field needs a name between the dots.");
        }
        return new FieldPath(name.strip(), steps);
    }

    /** Its value in a value; null where it is missing in a map or an outer one is null. */
    @Nullable Object in(@Nullable Object value) {
        Object at = value;
        for (String step : steps) {
            if (at == null) {
                return null;
            } else if (at instanceof Struct struct) {
                at = struct.get(step);
            } else if (at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else {
                throw new DataException("There is no field %s in a %s."
                        .formatted(name, at.getClass().getSimpleName()));
            }
        }
        return at;
    }
}
