package dev.caudal.s3.sink;

import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** Where a folder of the schema's name goes. */
enum SchemaAffix {
    NONE {
        @Override
        String around(String encoded, SinkRecord record, String delimiter) {
            return encoded;
        }
    },
    PREFIX {
        @Override
        String around(String encoded, SinkRecord record, String delimiter) {
            return folder(record) + delimiter + encoded;
        }
    },
    SUFFIX {
        @Override
        String around(String encoded, SinkRecord record, String delimiter) {
            return encoded + delimiter + folder(record);
        }
    };

    abstract String around(String encoded, SinkRecord record, String delimiter);

    private static String folder(SinkRecord record) {
        return "schema_name="
                + Optional.ofNullable(record.valueSchema()).map(Schema::name).orElse("null");
    }
}
