package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in the answers of v3: its kind, where it is, and its fields in the order in which they were given. */
final class V3Entity {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private V3Entity() {}

    /** An object of a cluster. */
    static V3Entity of(String kind, V3Path self) {
        return new V3Entity()
                .with("kind", kind)
                .with("metadata", new V3Entity().with("self", self.url()).with("resource_name", self.crn()))
                .with("cluster_id", self.cluster());
    }

    /** A list of objects, all of it: there are no further pages. */
    static V3Entity list(String kind, String self, List<V3Entity> data) {
        return new V3Entity()
                .with("kind", kind)
                .with("metadata", new V3Entity().with("self", self).with("next", null))
                .with("data", data);
    }

    /** A field. */
    V3Entity with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** A field that leads elsewhere. */
    V3Entity link(String name, String url) {
        return with(name, Map.of("related", url));
    }

    @JsonValue
    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
