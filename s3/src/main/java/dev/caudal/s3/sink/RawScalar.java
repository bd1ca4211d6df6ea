package dev.caudal.s3.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** The schema of a text, number or boolean of JSON, which remembers the message's bytes: a value has no place for them. */
final class RawScalar implements Schema {

    private final Schema schema;
    private final byte[] bytes;
    private final JsonShape shape;

    /**
     * A schema.
     *
     * @param schema of the value
     * @param bytes the message
     * @param shape what the bytes are
     */
    RawScalar(Schema schema, byte[] bytes, JsonShape shape) {
        this.schema = schema;
        this.bytes = bytes;
        this.shape = shape;
    }

    /** The schema of a value, or null where there is none for its type. */
    static @Nullable Schema of(@Nullable Object value) {
        Type type = value == null ? null : ConnectSchema.schemaType(value.getClass());
        return type == null || !type.isPrimitive() ? null : new ConnectSchema(type, true, null, null, null, null);
    }

    byte[] bytes() {
        return bytes;
    }

    JsonShape shape() {
        return shape;
    }

    @Override
    public Type type() {
        return schema.type();
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public @Nullable Object defaultValue() {
        return null;
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public @Nullable Integer version() {
        return null;
    }

    @Override
    public @Nullable String doc() {
        return null;
    }

    @Override
    public @Nullable Map<String, String> parameters() {
        return null;
    }

    @Override
    public Schema keySchema() {
        return schema.keySchema();
    }

    @Override
    public Schema valueSchema() {
        return schema.valueSchema();
    }

    @Override
    public List<Field> fields() {
        return schema.fields();
    }

    @Override
    public Field field(String name) {
        return schema.field(name);
    }

    @Override
    public Schema schema() {
        return schema;
    }
}
