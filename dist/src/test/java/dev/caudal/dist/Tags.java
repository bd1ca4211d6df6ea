package dev.caudal.dist;

/** Groups of tests. */
final class Tags {
    /** Waits for minutes, for time-outs of Kafka above all: left out of {@code ./caudal test}, run by {@code ./caudal soak}. */
    static final String LONG = "long";

    private Tags() {}
}
