package dev.caudal.cli.tour;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the guide shows, compared with what was printed: … stands for anything, alone in its line for any lines. */
final class Expected {
    private static final String ANY = "…";

    private Expected() {}

    /** Whether these lines are all that was to be printed. */
    static boolean isAll(List<String> expected, List<String> printed) {
        int row = 0;
        int at = 0;
        int star = -1;
        int from = 0;
        while (at < printed.size()) {
            if (row < expected.size() && expected.get(row).equals(ANY)) {
                star = row++;
                from = at;
            } else if (row < expected.size() && matches(expected.get(row), printed.get(at))) {
                row++;
                at++;
            } else if (star >= 0) {
                row = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        return expected.stream().skip(row).allMatch(ANY::equals);
    }

    /** Whether these lines begin with what was to be printed; more may follow. */
    static boolean isBegin(List<String> expected, List<String> printed) {
        return isAll(Stream.concat(expected.stream(), Stream.of(ANY)).toList(), printed);
    }

    static boolean matches(String expected, String line) {
        var regex = Stream.of(expected.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(regex, line);
    }
}
