package dev.caudal.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Where clients begin. */
final class Bootstrap {
    private static final int MOST = 3;

    private Bootstrap() {}

    /** As MSK: up to three brokers, of as many zones as there are, in any order. */
    static String of(List<Node> nodes, Listener listener) {
        var shuffled = new ArrayList<>(nodes);
        Collections.shuffle(shuffled);
        var chosen = new ArrayList<Node>();
        for (var node : shuffled) {
            if (chosen.size() < MOST
                    && chosen.stream().noneMatch(each -> each.subnet().equals(node.subnet()))) {
                chosen.add(node);
            }
        }
        for (var node : shuffled) {
            if (chosen.size() < MOST && !chosen.contains(node)) {
                chosen.add(node);
            }
        }
        return chosen.stream().map(node -> node.at(listener.port())).collect(Collectors.joining(","));
    }
}
