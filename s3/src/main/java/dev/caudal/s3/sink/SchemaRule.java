package dev.caudal.s3.sink;

import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Whether a record's schema goes into the objects that are open. */
final class SchemaRule {

    private final boolean newerOnly;
    private final boolean olderOnly;
    private @Nullable Schema open;
    private boolean any;

    SchemaRule(String compatibility) {
        String name = compatibility.strip().toUpperCase(Locale.ROOT);
        this.newerOnly = name.equals("BACKWARD") || name.equals("FULL");
        this.olderOnly = name.equals("FORWARD");
    }

    boolean another(SinkRecord record) {
        Schema schema = schema(record);
        if (!any || schema == open || Objects.equals(schema, open)) {
            return false;
        }
        Integer version = schema == null ? null : schema.version();
        Integer now = open == null ? null : open.version();
        if (version == null || now == null) {
            return true;
        }
        return newerOnly ? version > now : !olderOnly || version < now;
    }

    void wrote(SinkRecord record) {
        if (!any) {
            open = schema(record);
            any = true;
        }
    }

    void reset() {
        open = null;
        any = false;
    }

    /** The schema of a raw text or number is one of its own for each record, and no schema to its users. */
    private static @Nullable Schema schema(SinkRecord record) {
        return record.valueSchema() instanceof RawScalar ? null : record.valueSchema();
    }
}
