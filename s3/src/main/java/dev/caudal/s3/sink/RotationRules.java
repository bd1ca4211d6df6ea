package dev.caudal.s3.sink;

import java.util.Optional;

/**
 * What is set for the rotation.
 *
 * @param flushSize records of a Kafka partition
 * @param interval milliseconds of the records' time, 0 or less for never
 * @param onChange whether another folder ends objects, with an interval
 * @param schedule by the clock
 * @param maxOpen open objects, 0 or less for no limit
 * @param idle milliseconds without a record, 0 or less for never
 */
record RotationRules(
        int flushSize, long interval, boolean onChange, Optional<Schedule> schedule, int maxOpen, long idle) {}
