package dev.caudal.cli;

import java.util.List;
import java.util.regex.Pattern;

/** How the secrets of users are named. */
final class ClusterUsers {
    private static final Pattern ARN = Pattern.compile("arn:[^/]*:cluster/([^/]+)/.*");
    private static final Pattern SECRET = Pattern.compile("arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:(.+)-.{6}");

    private ClusterUsers() {}

    /** The name of the secret of a user. */
    static String secret(String cluster, String user) {
        return prefix(cluster) + user;
    }

    /** The users among the secrets of a cluster, by their names; secrets with names of other people's are left out. */
    static List<String> of(String cluster, List<String> secrets) {
        return secrets.stream()
                .map(arn -> SECRET.matcher(arn).replaceFirst("$1"))
                .filter(name -> name.startsWith(prefix(cluster)))
                .map(name -> name.substring(prefix(cluster).length()))
                .sorted()
                .toList();
    }

    private static String prefix(String cluster) {
        return "AmazonMSK_%s_".formatted(ARN.matcher(cluster).replaceFirst("$1"));
    }
}
