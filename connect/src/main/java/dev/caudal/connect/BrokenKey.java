package dev.caudal.connect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key that a web page or a mail has broken over two lines: its head is a key without a value, its tail the next key.
 *
 * @param head the first line
 * @param tail the second line, which has the value
 */
record BrokenKey(Entry head, Entry tail) {
    /** The whole key. */
    String key() {
        return head.key() + tail.key();
    }

    /** The whole line. */
    String line() {
        return head.text().strip() + tail.text().strip();
    }

    /** Whether the entry at a place of a file begins such a key. */
    static Optional<BrokenKey> at(List<Entry> entries, int place, Set<String> known) {
        if (place + 1 >= entries.size() || !entries.get(place).isEmpty()) {
            return Optional.empty();
        }
        var broken = new BrokenKey(entries.get(place), entries.get(place + 1));
        boolean plain = broken.head().key().equals(broken.head().text().strip());
        return plain
                        && known.contains(broken.key())
                        && !known.contains(broken.head().key())
                ? Optional.of(broken)
                : Optional.empty();
    }
}
