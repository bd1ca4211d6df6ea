package dev.caudal.server.api;

import dev.caudal.server.connect.Connector;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.server.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A connector as it may be shown to anybody.
 *
 * @param name its name
 * @param type its class
 * @param replication whether it is a replication task, which is handled as such
 * @param state of Connect's words, in lower case; {@code unassigned} while it has none
 * @param tasks how each is
 * @param reason the first line of its error, empty where there is none
 * @param trace the whole error
 * @param configuration its settings, secrets masked
 */
record ConnectorView(
        String name,
        String type,
        boolean replication,
        String state,
        List<Task> tasks,
        String reason,
        String trace,
        Map<String, String> configuration) {
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|secret|token|passphrase|jaas|credential|private|access\\.key|\\.key$|api\\.?key|auth).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("://[^/@\\s]*:[^/@\\s]*@");

    /** What only refers to a secret, which is elsewhere. */
    private static final String REFERENCE = "${";

    /** A task of a connector. */
    record Task(int task, String state, String worker) {}

    static ConnectorView of(Connector connector, boolean replication) {
        var status = connector.status();
        return new ConnectorView(
                connector.name(),
                connector.setting("connector.class"),
                replication,
                status.map(each -> each.state().toLowerCase(Locale.ROOT))
                        .filter(state -> !state.isEmpty())
                        .orElse("unassigned"),
                status.map(ConnectorView::tasks).orElse(List.of()),
                status.map(ConnectorStatus::reason).orElse(""),
                status.map(ConnectorStatus::trace).orElse(""),
                masked(connector.configuration()));
    }

    private static List<Task> tasks(ConnectorStatus status) {
        var tasks = new ArrayList<Task>();
        for (int each = 0; each < status.tasks().size(); each++) {
            tasks.add(new Task(
                    each,
                    status.tasks().get(each).toLowerCase(Locale.ROOT),
                    status.workers().get(each)));
        }
        return tasks;
    }

    /** By names and forms, since a connector that anybody brought may not say what its secrets are. */
    static Map<String, String> masked(Map<String, String> configuration) {
        var shown = new TreeMap<>(configuration);
        shown.replaceAll((name, value) -> {
            boolean secret = SECRET.matcher(name).matches() && !value.startsWith(REFERENCE);
            return secret || LOGIN_IN_ADDRESS.matcher(value).find() ? Endpoint.MASK : value;
        });
        return shown;
    }
}
