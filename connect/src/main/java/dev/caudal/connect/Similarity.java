package dev.caudal.connect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known name was meant by an unknown one. */
final class Similarity {
    private static final int MOST_EDITS = 2;

    private Similarity() {}

    /** The known name that is at most two edits away, if there is one. */
    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(each -> Math.abs(each.length() - name.length()) <= MOST_EDITS)
                .filter(each -> edits(name, each) <= MOST_EDITS)
                .min(Comparator.<String>comparingInt(each -> edits(name, each)).thenComparing(each -> each));
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two names; case does not count. */
    static int edits(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int least(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
