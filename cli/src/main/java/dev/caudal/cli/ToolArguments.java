package dev.caudal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns arguments that Kafka's tools once took into those of today:
 *
 * <ul>
 *   <li>{@code --zookeeper} and {@code --broker-list} name a cluster, {@code --bootstrap-server} does now
 *   <li>a dash that a word processor has lengthened is two again
 *   <li>the console consumer reads committed records only, as everything of Caudal's, unless it is told otherwise
 * </ul>
 */
final class ToolArguments {
    private static final String SERVERS = "--bootstrap-server";
    private static final String ZOOKEEPER = "--zookeeper";
    private static final String BROKERS = "--broker-list";
    private static final String ISOLATION = "--isolation-level";
    private static final Pattern LONG_DASH = Pattern.compile("[\u2013\u2014]{1,2}(?=[a-z])");

    /** Where a cluster that is named in the old way is today. */
    interface Clusters {
        /** The bootstrap servers that a connect string of ZooKeeper means; it is empty when none was given. */
        String servers(String zookeeper);
    }

    private ToolArguments() {}

    /** The arguments for a tool of today; refused where one lacks its value. */
    static List<String> of(KafkaTool tool, List<String> given, Clusters clusters) {
        var words = split(given);
        ToolOptions.requireValues(words);
        boolean hasServers = words.contains(SERVERS) || words.contains(BROKERS);
        var all = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals(BROKERS)) {
                all.add(SERVERS);
            } else if (word.equals(ZOOKEEPER)) {
                boolean hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
                var zookeeper = hasValue ? words.get(++i) : "";
                if (!hasServers) {
                    all.add(SERVERS);
                    all.add(clusters.servers(zookeeper));
                }
            } else {
                all.add(word);
            }
        }
        if (tool.equals(KafkaTool.CONSUMER) && words.stream().noneMatch(ISOLATION::equals)) {
            all.add(ISOLATION);
            all.add("read_committed");
        }
        return all;
    }

    /** With names of options as they should be, and {@code --name=value} as two for those that are replaced. */
    private static List<String> split(List<String> given) {
        var words = new ArrayList<String>();
        for (var each : given) {
            Matcher dash = LONG_DASH.matcher(each);
            var word = dash.lookingAt() ? "--" + each.substring(dash.end()) : each;
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (equals > 0 && List.of(ZOOKEEPER, BROKERS, SERVERS, ISOLATION).contains(name)) {
                words.add(name);
                words.add(word.substring(equals + 1));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
