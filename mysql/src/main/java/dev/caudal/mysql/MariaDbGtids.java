package dev.caudal.mysql;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** MariaDB's form of a set: the last transaction of each domain stands for all before it. */
final class MariaDbGtids implements GtidSet {

    static final String FORM = "\\d+-\\d+-\\d+(,\\d+-\\d+-\\d+)*+";

    private final Map<Long, Gtid.MariaDb> last = new TreeMap<>();

    static MariaDbGtids parse(String text) {
        MariaDbGtids set = new MariaDbGtids();
        for (String each : text.split(",")) {
            String[] parts = each.split("-");
            set.add(new Gtid.MariaDb(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
        return set;
    }

    /** The set in the body of an event that lists the transactions before a log file. */
    static MariaDbGtids of(byte[] source, int body, int end) {
        LogCursor cursor = new LogCursor(source, body, end);
        MariaDbGtids set = new MariaDbGtids();
        for (long left = cursor.number(4) & 0x0fff_ffff; left > 0; left--) {
            set.add(new Gtid.MariaDb(cursor.number(4), cursor.number(4), cursor.number(8)));
        }
        return set;
    }

    @Override
    public boolean contains(Gtid gtid) {
        Gtid.MariaDb it = (Gtid.MariaDb) gtid;
        Gtid.MariaDb known = last.get(it.domain());
        return known != null && it.sequence() <= known.sequence();
    }

    @Override
    public void add(Gtid gtid) {
        Gtid.MariaDb it = (Gtid.MariaDb) gtid;
        last.put(it.domain(), it);
    }

    @Override
    public boolean covers(GtidSet other) {
        return other instanceof MariaDbGtids it && it.last.values().stream().allMatch(this::contains);
    }

    @Override
    public String toString() {
        return last.values().stream()
                .map(it -> it.domain() + "-" + it.server() + "-" + it.sequence())
                .collect(Collectors.joining(","));
    }
}
