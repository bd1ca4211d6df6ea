package dev.caudal.server.definition;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What shall become of a definition.
 *
 * @param <T> its kind's values
 * @param kind its kind
 * @param name its name
 * @param seen the version that the one who asks has seen, 0 where none was; empty: whatever is there
 * @param value what it shall say; empty: it shall go
 */
public record Change<T>(Kind<T> kind, String name, OptionalLong seen, Optional<T> value) {
    /**
     * A new definition.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name, which must be free
     * @param value what it shall say
     * @return the change
     */
    public static <T> Change<T> create(Kind<T> kind, String name, T value) {
        return new Change<>(kind, name, OptionalLong.of(0), Optional.of(value));
    }

    /**
     * Another value of a definition.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name
     * @param seen the version that was seen, 1 or more
     * @param value what it shall say
     * @return the change
     */
    public static <T> Change<T> replace(Kind<T> kind, String name, long seen, T value) {
        return new Change<>(kind, name, OptionalLong.of(seen), Optional.of(value));
    }

    /**
     * A definition as it shall be, whether there is one or not.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name
     * @param value what it shall say
     * @return the change
     */
    public static <T> Change<T> put(Kind<T> kind, String name, T value) {
        return new Change<>(kind, name, OptionalLong.empty(), Optional.of(value));
    }

    /**
     * A definition that goes.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name
     * @param seen the version that was seen, 1 or more
     * @return the change
     */
    public static <T> Change<T> delete(Kind<T> kind, String name, long seen) {
        return new Change<>(kind, name, OptionalLong.of(seen), Optional.empty());
    }

    DefinitionId id() {
        return new DefinitionId(kind.word(), name);
    }
}
