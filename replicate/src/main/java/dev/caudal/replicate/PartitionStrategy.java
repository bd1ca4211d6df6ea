package dev.caudal.replicate;

/** How a record finds its partition. */
enum PartitionStrategy {
    /** By the record's key; without one by the row's primary key, so that the changes of a row stay in order. */
    BY_MESSAGE_KEY,
    /** Any partition; the changes of a row may be read out of order. */
    RANDOM
}
