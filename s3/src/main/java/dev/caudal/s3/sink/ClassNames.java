package dev.caudal.s3.sink;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Names of classes in settings: Confluent's, the same without their package, or a class of the user. */
final class ClassNames {

    private static final String CONFLUENT = "io.confluent.connect.";

    static final ConfigDef.Validator STORAGE = new ConfigDef.Validator() {
        @Override
        public void ensureValid(String setting, @Nullable Object value) {
            if (!simple(String.valueOf(value)).equals("S3Storage")) {
                throw new ConfigException(setting, value, "This sink stores in S3: the class is S3Storage.");
            }
        }

        @Override
        public String toString() {
            return "S3Storage";
        }
    };

    private ClassNames() {}

    /** The name without its package where it is Confluent's or has none, else all of it. */
    static String simple(String name) {
        String stripped = name.strip();
        return stripped.startsWith(CONFLUENT) ? stripped.substring(stripped.lastIndexOf('.') + 1) : stripped;
    }

    /** Makes an instance of a class of the user. */
    static <T> T load(String setting, String name, Class<T> type, Set<String> known) {
        try {
            return Class.forName(name.strip(), true, ClassNames.class.getClassLoader())
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(
                    setting,
                    name,
                    "It has to be one of %s, or a class with a constructor without arguments that implements %s and is in the"
                                    .formatted(String.join(", ", new TreeSet<>(known)), type.getName())
                            + " plug-in's folder: " + e);
        }
    }
}
