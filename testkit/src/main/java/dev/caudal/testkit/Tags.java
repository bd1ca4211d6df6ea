package dev.caudal.testkit;

/** Groups of tests. */
public final class Tags {
    /**
     * Waits for minutes, or does again at length what another test does in short: left out of {@code ./caudal test}, run
     * by {@code ./caudal soak}.
     */
    public static final String LONG = "long";

    /** Worth running again and again with other seeds, as {@code ./caudal soak} does. */
    public static final String FAULTS = "faults";

    private Tags() {}
}
