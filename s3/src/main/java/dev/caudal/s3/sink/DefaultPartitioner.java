package dev.caudal.s3.sink;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** A folder for each Kafka partition. */
final class DefaultPartitioner implements Partitioner {

    private String folder = "";
    private int of = -1;

    @Override
    public void configure(Map<String, String> settings) {
        // Nothing can be set.
    }

    @Override
    public String folder(SinkRecord record, long timestamp) {
        int partition = record.kafkaPartition();
        if (partition != of) {
            of = partition;
            folder = "partition=" + partition;
        }
        return folder;
    }
}
