package dev.caudal.s3.sink;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Says what time a record is of. A class of the user may implement it; it has a constructor without arguments. One
 * thread of one task uses an instance.
 */
public interface TimestampExtractor {

    /**
     * Called once, before any record.
     *
     * @param settings all settings of the connector as they were given
     */
    void configure(Map<String, String> settings);

    /**
     * The time of a record.
     *
     * @param record as it came from the worker
     * @return milliseconds since 1970
     * @throws org.apache.kafka.connect.errors.DataException when the record has none
     */
    long extract(SinkRecord record);
}
