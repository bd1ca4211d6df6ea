package dev.caudal.s3.archive;

/** How well a backup knows the records; the order is from the best to the worst. */
public enum Fidelity {
    /** Every byte of key, headers and value. */
    EXACT,
    /** What key, headers and value mean, but written by a converter: the bytes may differ. */
    SEMANTIC,
    /** Something is not known: restored records may lack keys, headers, timestamps or precision. */
    LOSSY;

    /**
     * The worse of two.
     *
     * @param other another
     * @return this or the other
     */
    public Fidelity and(Fidelity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
