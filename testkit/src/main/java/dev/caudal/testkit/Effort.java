package dev.caudal.testkit;

/** How much a test does: little in an ordinary run, more by {@code ./caudal soak}, which sets {@code tests.soak}. */
public final class Effort {
    private Effort() {}

    /**
     * How often, or how many.
     *
     * @param usual in an ordinary run
     * @param soak by {@code ./caudal soak}
     * @return the one that holds in this run
     */
    public static int of(int usual, int soak) {
        return Boolean.getBoolean("tests.soak") ? soak : usual;
    }
}
