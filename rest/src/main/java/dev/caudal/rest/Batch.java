package dev.caudal.rest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The records of a request, as places in its body. */
final class Batch {
    /** No partition is named. */
    static final int ANY = -1;

    /** Of each record: begin and end of the key, begin and end of the value, partition; a begin of -1 is null. */
    private static final int NUMBERS = 5;

    private static final int NULL = -1;

    private final byte[] body;
    private int[] numbers = new int[NUMBERS * 16];
    private int size;

    Batch(byte[] body) {
        this.body = body;
    }

    int size() {
        return size;
    }

    /** Begins a record, without key, value and partition. */
    void next() {
        int at = NUMBERS * size++;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        numbers[at] = NULL;
        numbers[at + 2] = NULL;
        numbers[at + 4] = ANY;
    }

    /** The last record's key. */
    void key(int from, int to) {
        place(0, from, to);
    }

    /** The last record's value. */
    void value(int from, int to) {
        place(2, from, to);
    }

    /** The last record's partition. */
    void partition(int partition) {
        numbers[NUMBERS * (size - 1) + 4] = partition;
    }

    byte @Nullable [] key(int record) {
        return bytes(NUMBERS * record);
    }

    byte @Nullable [] value(int record) {
        return bytes(NUMBERS * record + 2);
    }

    int partitionOf(int record) {
        return numbers[NUMBERS * record + 4];
    }

    private void place(int which, int from, int to) {
        numbers[NUMBERS * (size - 1) + which] = from;
        numbers[NUMBERS * (size - 1) + which + 1] = to;
    }

    private byte @Nullable [] bytes(int at) {
        return numbers[at] == NULL ? null : Arrays.copyOfRange(body, numbers[at], numbers[at + 1]);
    }
}
