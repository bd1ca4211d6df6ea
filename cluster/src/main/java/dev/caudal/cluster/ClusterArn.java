package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Amazon resource name of a cluster.
 *
 * @param region for example {@code us-east-1}
 * @param account 12 digits
 * @param name the cluster's name
 * @param id what makes it unique when a name is used again
 * @param cell the number at its end, which is also in MSK's host names
 */
record ClusterArn(String region, String account, ClusterName name, UUID id, int cell) {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern FORM = Pattern.compile(
            "arn:aws:kafka:([a-z0-9-]{1,32}):(\\d{12}):(cluster|cluster-operation)/([0-9A-Za-z][0-9A-Za-z-]{0,63})/("
                    + ID + ")-(\\d{1,2})(?:/(" + ID + "))?");

    /** The cluster's ARN in a text, if it is one. */
    static Optional<ClusterArn> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || !match.group(3).equals("cluster") || match.group(7) != null) {
            return Optional.empty();
        }
        return Optional.of(of(match));
    }

    /** The cluster whose operation has this ARN, if it is one of an operation. */
    static Optional<ClusterArn> ofOperation(String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || !match.group(3).equals("cluster-operation") || match.group(7) == null) {
            return Optional.empty();
        }
        return Optional.of(of(match));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ClusterArn stored(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no ARN of a cluster: " + text));
    }

    /** The ARN of an operation on the cluster. */
    String operation(UUID operation) {
        return sibling("cluster-operation") + "/" + operation;
    }

    /** The ARN of one of its brokers. */
    String broker(UUID broker) {
        return sibling("broker") + "/" + broker;
    }

    /** The ARN of one of its topics. */
    String topic(String name) {
        return sibling("topic") + "/" + name;
    }

    @JsonValue
    @Override
    public String toString() {
        return sibling("cluster");
    }

    private String sibling(String kind) {
        return "arn:aws:kafka:%s:%s:%s/%s/%s-%d".formatted(region, account, kind, name, id, cell);
    }

    private static ClusterArn of(Matcher match) {
        return new ClusterArn(
                match.group(1),
                match.group(2),
                new ClusterName(match.group(4)),
                UUID.fromString(match.group(5)),
                Integer.parseInt(match.group(6)));
    }
}
