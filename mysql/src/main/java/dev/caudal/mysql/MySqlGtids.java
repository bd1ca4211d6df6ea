package dev.caudal.mysql;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** MySQL's form of a set: intervals of numbers for each server that committed transactions. */
final class MySqlGtids implements GtidSet {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    // Possessive: the others would take a frame of the stack for each of thousands of intervals.
    private static final String SERVER_FORM = UUID_FORM + "(:\\d+(-\\d+)?)++";
    static final String FORM = SERVER_FORM + "(," + SERVER_FORM + ")*+";

    /** By server the first number of each interval and its last; no two touch. */
    private final Map<UUID, NavigableMap<Long, Long>> intervals = new HashMap<>();

    static MySqlGtids parse(String text) {
        MySqlGtids set = new MySqlGtids();
        for (String each : text.split(",")) {
            String[] parts = each.split(":");
            for (int index = 1; index < parts.length; index++) {
                String[] ends = parts[index].split("-");
                set.add(UUID.fromString(parts[0]), Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            }
        }
        return set;
    }

    /**
     * The set in the body of an event that lists the transactions before a log file.
     *
     * @throws SourceException if it has tags
     */
    static MySqlGtids of(byte[] source, int body, int end) {
        LogCursor cursor = new LogCursor(source, body, end);
        MySqlGtids set = new MySqlGtids();
        long servers = cursor.number(8);
        if (servers >>> 56 != 0) {
            throw SourceException.fatal(
                    "The log has global transaction identifiers with tags, which are not followed from"
                            + " one server to another. Reload all tables.");
        }
        for (; servers > 0; servers--) {
            UUID server = Gtid.MySql.uuid(cursor);
            for (long left = cursor.number(8); left > 0; left--) {
                set.add(server, cursor.number(8), cursor.number(8) - 1);
            }
        }
        return set;
    }

    @Override
    public boolean contains(Gtid gtid) {
        Gtid.MySql it = (Gtid.MySql) gtid;
        return contains(it.server(), it.number(), it.number());
    }

    private boolean contains(UUID server, long first, long last) {
        NavigableMap<Long, Long> known = intervals.get(server);
        Map.Entry<Long, Long> interval = known == null ? null : known.floorEntry(first);
        return interval != null && last <= interval.getValue();
    }

    @Override
    public void add(Gtid gtid) {
        Gtid.MySql it = (Gtid.MySql) gtid;
        add(it.server(), it.number(), it.number());
    }

    private void add(UUID server, long first, long last) {
        NavigableMap<Long, Long> known = intervals.computeIfAbsent(server, any -> new TreeMap<>());
        Map.Entry<Long, Long> before = known.floorEntry(first);
        boolean touches = before != null && before.getValue() >= first - 1;
        long start = touches ? before.getKey() : first;
        long end = touches ? Math.max(last, before.getValue()) : last;
        for (Map.Entry<Long, Long> next = known.higherEntry(start);
                next != null && next.getKey() <= end + 1;
                next = known.higherEntry(start)) {
            end = Math.max(end, next.getValue());
            known.remove(next.getKey());
        }
        known.put(start, end);
    }

    @Override
    public boolean covers(GtidSet other) {
        return other instanceof MySqlGtids it
                && it.intervals.entrySet().stream()
                        .allMatch(server -> server.getValue().entrySet().stream()
                                .allMatch(each -> contains(server.getKey(), each.getKey(), each.getValue())));
    }

    @Override
    public String toString() {
        return intervals.entrySet().stream()
                .map(server -> server.getKey() + ":" + text(server.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String text(NavigableMap<Long, Long> known) {
        return known.entrySet().stream()
                .map(each -> each.getKey().equals(each.getValue())
                        ? each.getKey().toString()
                        : each.getKey() + "-" + each.getValue())
                .collect(Collectors.joining(":"));
    }
}
