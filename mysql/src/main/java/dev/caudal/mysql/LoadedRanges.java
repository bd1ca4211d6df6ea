package dev.caudal.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which keys of a table have been loaded, each range with the place of the log whose state its rows show. Keys are
 * numbers in an order of their own (see {@link #ordered}), so that every range is closed on both sides and all of them
 * together may cover every possible key. A table that is loaded in one piece is the one range of all keys. Immutable.
 */
record LoadedRanges(List<Range> ranges) {

    /** Nothing loaded yet. */
    static final LoadedRanges NONE = new LoadedRanges(List.of());

    private static final String SEPARATOR = ";";

    /**
     * Keys that have been loaded.
     *
     * @param from the first key
     * @param to the last key
     * @param at the rows are as of this place of the log
     */
    record Range(long from, long to, BinlogCoordinate at) implements Comparable<Range> {

        Range {
            if (from > to) {
                throw new IllegalArgumentException("A range of keys from " + from + " to " + to + " is empty.");
            }
        }

        @Override
        public int compareTo(Range other) {
            return Long.compare(from, other.from);
        }

        /** Whether nothing lies between the two, of which {@code before} starts first; they may overlap. */
        private boolean continues(Range before) {
            return before.at.equals(at) && (before.to == Long.MAX_VALUE || from <= before.to + 1);
        }
    }

    /** Keys that are still to be loaded, from the first to the last. */
    record Gap(long from, long to) {}

    LoadedRanges {
        ranges = List.copyOf(ranges);
    }

    /** The place of {@code value} in the order of keys: unsigned values are shifted, so that 0 comes first. */
    static long ordered(long value, boolean unsigned) {
        return unsigned ? value ^ Long.MIN_VALUE : value;
    }

    /** The key's value as SQL: what {@link #ordered} made of it, taken back. */
    static String literal(long ordered, boolean unsigned) {
        return unsigned ? Long.toUnsignedString(ordered ^ Long.MIN_VALUE) : Long.toString(ordered);
    }

    /** With {@code range} added; what it covers of the old ranges is replaced, what it continues or overlaps is joined. */
    LoadedRanges with(Range range) {
        List<Range> all = new ArrayList<>(ranges);
        all.removeIf(old -> range.from <= old.from && old.to <= range.to);
        all.add(range);
        Collections.sort(all);
        List<Range> joined = new ArrayList<>();
        for (Range next : all) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.continues(last)) {
                joined.set(joined.size() - 1, new Range(last.from, Math.max(last.to, next.to), next.at));
            } else {
                joined.add(next);
            }
        }
        return new LoadedRanges(joined);
    }

    /** What is not loaded yet, in the order of keys. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (Range range : ranges) {
            if (next < range.from) {
                gaps.add(new Gap(next, range.from - 1));
            }
            if (range.to == Long.MAX_VALUE) {
                return gaps;
            }
            next = range.to + 1;
        }
        gaps.add(new Gap(next, Long.MAX_VALUE));
        return gaps;
    }

    boolean complete() {
        return gaps().isEmpty();
    }

    /** The place of the log as of which the row with this key was loaded; empty if it was not. */
    Optional<BinlogCoordinate> loadedAt(long key) {
        for (Range range : ranges) {
            if (range.from <= key && key <= range.to) {
                return Optional.of(range.at);
            }
        }
        return Optional.empty();
    }

    /** The last place of the log as of which rows were loaded, where any were. */
    BinlogCoordinate newest() {
        return ranges.stream().map(Range::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether every row shows a state that the log at {@code place} has reached. */
    boolean reachedBy(BinlogCoordinate place) {
        return ranges.stream().allMatch(range -> range.at.compareTo(place) <= 0);
    }

    /** The ranges as one text, which {@link #parse} reads. */
    @Override
    public String toString() {
        return String.join(
                SEPARATOR,
                ranges.stream()
                        .map(range -> range.from + ".." + range.to + "@" + range.at)
                        .toList());
    }

    /** Reads what {@link #toString} wrote. */
    static LoadedRanges parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(SEPARATOR)) {
            int dots = part.indexOf("..");
            int at = part.indexOf('@');
            int colon = part.lastIndexOf(':');
            if (dots < 0 || at < dots || colon < at) {
                throw new IllegalArgumentException(
                        "'" + part + "' is no loaded range; it reads <from>..<to>@<log file>:<offset>.");
            }
            ranges.add(new Range(
                    Long.parseLong(part.substring(0, dots)),
                    Long.parseLong(part.substring(dots + 2, at)),
                    new BinlogCoordinate(part.substring(at + 1, colon), Long.parseLong(part.substring(colon + 1)))));
        }
        return new LoadedRanges(ranges);
    }
}
