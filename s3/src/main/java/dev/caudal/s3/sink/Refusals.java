package dev.caudal.s3.sink;

import java.util.Optional;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What becomes of records that cannot be written: the dead letter queue if there is one, else the task stops.
 *
 * @param reporter of the worker, where errors are tolerated
 */
record Refusals(Optional<ErrantRecordReporter> reporter) {

    void refuse(SinkRecord record, DataException why) {
        // The worker itself waits for its reports before it commits offsets.
        var unused = reporter.orElseThrow(() -> why).report(record, why);
    }

    /** Tells of a record that is left out on purpose. */
    void report(SinkRecord record) {
        if (reporter.isPresent()) {
            var unused = reporter.get().report(record, new DataException("The record has no value."));
        }
    }
}
