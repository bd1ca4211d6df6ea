package dev.caudal.s3.store;

/** What must hold of an object for a write to take place; the server decides it, atomically. */
public sealed interface Precondition {

    /** Nothing: what is there is overwritten. */
    Precondition NONE = new None();

    /** No object has the key ({@code If-None-Match: *}). */
    Precondition ABSENT = new Absent();

    /**
     * The object is still the one with this tag ({@code If-Match}).
     *
     * @param etag as the store gave it
     * @return the condition
     */
    static Precondition unchanged(String etag) {
        return new Unchanged(etag);
    }

    /** See {@link #NONE}. */
    record None() implements Precondition {}

    /** See {@link #ABSENT}. */
    record Absent() implements Precondition {}

    /**
     * See {@link #unchanged}.
     *
     * @param etag the tag that the object must have
     */
    record Unchanged(String etag) implements Precondition {}
}
