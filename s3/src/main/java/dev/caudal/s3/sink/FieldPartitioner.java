package dev.caudal.s3.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** A folder for each value of some fields; other than Confluent's, of records without a schema, too. */
final class FieldPartitioner implements Partitioner {

    private final List<FieldPath> fields;
    private final String delimiter;

    FieldPartitioner(List<FieldPath> fields, String delimiter) {
        this.fields = List.copyOf(fields);
        this.delimiter = delimiter;
    }

    @Override
    public void configure(Map<String, String> settings) {
        // The constructor got them.
    }

    @Override
    public String folder(SinkRecord record, long timestamp) {
        StringBuilder folder = new StringBuilder();
        for (FieldPath field : fields) {
            if (!folder.isEmpty()) {
                folder.append(delimiter);
            }
            folder.append(field.name()).append('=').append(text(field, field.in(record.value())));
        }
        return folder.toString();
    }

    private static String text(FieldPath field, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number || value instanceof CharSequence || value instanceof Boolean) {
            return value.toString();
        }
        throw new DataException(
                "The field %s of partition.field.name is a %s; a folder needs a number, text or boolean."
                        .formatted(field.name(), value.getClass().getSimpleName()));
    }
}
