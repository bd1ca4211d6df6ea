package dev.caudal.s3.restore;

/**
 * Where a consumer group goes on.
 *
 * @param group the group's id
 * @param topic the topic
 * @param partition from 0 on
 * @param from the offset that it had committed in the lost cluster
 * @param to the offset of the same record in the new cluster, or of the first one behind it that there is
 * @param beyond how many offsets its place was beyond the end of the backup; 0 if the backup reaches it
 * @param metadata what the consumer stored with it
 */
public record GroupPlace(String group, String topic, int partition, long from, long to, long beyond, String metadata) {}
