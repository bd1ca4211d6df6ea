package dev.caudal.s3.sink;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON that remembers its bytes and is parsed only when somebody looks into it. To transformations it is
 * the map that {@code JsonConverter} makes. One thread at a time uses it.
 */
final class RawObject extends AbstractMap<String, @Nullable Object> {

    private final byte[] bytes;
    private final JsonShape shape;
    private final Function<byte[], Map<String, @Nullable Object>> parser;
    private @Nullable Map<String, @Nullable Object> content;
    private boolean handedOut;
    private boolean changed;

    /**
     * An object.
     *
     * @param bytes the message
     * @param shape what the bytes are
     * @param parser parses the message
     */
    RawObject(byte[] bytes, JsonShape shape, Function<byte[], Map<String, @Nullable Object>> parser) {
        this.bytes = bytes;
        this.shape = shape;
        this.parser = parser;
    }

    /** The message, as long as nobody changed the map. */
    byte @Nullable [] untouched() {
        // Who has looked may have changed an inner map.
        if (!changed && handedOut && !parser.apply(bytes).equals(content())) {
            changed = true;
        }
        return changed ? null : bytes;
    }

    JsonShape shape() {
        return shape;
    }

    /** The map for those who only read. */
    Map<String, @Nullable Object> content() {
        Map<String, @Nullable Object> map = content;
        if (map == null) {
            map = parser.apply(bytes);
            content = map;
        }
        return map;
    }

    private Map<String, @Nullable Object> handOut() {
        handedOut = true;
        return content();
    }

    private Map<String, @Nullable Object> change() {
        changed = true;
        return content();
    }

    @Override
    public @Nullable Object get(Object key) {
        return handOut().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return content().containsKey(key);
    }

    @Override
    public int size() {
        return content().size();
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return change().put(key, value);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return change().remove(key);
    }

    @Override
    public void clear() {
        change().clear();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Collections.unmodifiableMap(handOut()).entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return content().equals(other);
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }
}
