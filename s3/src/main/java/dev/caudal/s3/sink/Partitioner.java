package dev.caudal.s3.sink;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Says in which folder a record goes. A class of the user may implement it; it has a constructor without arguments. One
 * thread of one task uses an instance.
 */
public interface Partitioner {

    /**
     * Called once, before any record.
     *
     * @param settings all settings of the connector as they were given, also those that it does not know
     */
    void configure(Map<String, String> settings);

    /**
     * The folder of a record.
     *
     * @param record as it came from the worker
     * @param timestamp its time by {@code timestamp.extractor}, in milliseconds since 1970
     * @return without a delimiter at its ends
     * @throws org.apache.kafka.connect.errors.DataException when the record has none
     */
    String folder(SinkRecord record, long timestamp);
}
