package dev.caudal.cli.tour;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What differs between the guide and this run, so that a command and what it prints mean the same: a port that is taken,
 * for which the platform takes the next free one, and the data folder. For one thread.
 */
final class Rewriting {
    private static final Pattern SERVES = Pattern.compile("(.+) on (?:http://)?127\\.0\\.0\\.1:(\\d+).*");
    private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1:|--port )(\\d+)");
    private static final String USUAL_DATA = "~/.caudal";

    private final String data;
    private final Map<String, String> ports = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();

    Rewriting(Path data) {
        this.data = data.toString();
    }

    /** The guide's port is another one here. */
    void port(String guide, String here) {
        ports.put(guide, here);
        back.put(here, guide);
    }

    /** Takes over where servers are here that the guide shows, too. */
    void learn(List<String> guide, List<String> here) {
        for (var shown : guide) {
            var wanted = SERVES.matcher(shown);
            if (wanted.matches()) {
                here.stream()
                        .map(SERVES::matcher)
                        .filter(line -> line.matches() && line.group(1).equals(wanted.group(1)))
                        .forEach(line -> port(wanted.group(2), line.group(2)));
            }
        }
    }

    /** A command or a file as it is here. */
    String here(String text) {
        return replaced(text, ports).replace(USUAL_DATA, data);
    }

    /** A line as the guide shows it. */
    String guide(String line) {
        return replaced(line, back).replace(data, USUAL_DATA);
    }

    private static String replaced(String text, Map<String, String> ports) {
        return PORT.matcher(text)
                .replaceAll((MatchResult found) -> found.group(1) + ports.getOrDefault(found.group(2), found.group(2)));
    }
}
