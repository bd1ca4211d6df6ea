package dev.caudal.server.task;

import dev.caudal.replicate.TableTopics;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.endpoint.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the messages of tasks are. Any thread may use it. */
public final class TaskTarget {
    private static final String TARGET = "target.";

    private final Tasks tasks;
    private final Endpoints endpoints;
    private final Function<String, Set<String>> heard;

    /**
     * The targets of tasks.
     *
     * @param tasks those of the platform
     * @param endpoints what they connect
     * @param heard by task the topics that only its rows decide on
     */
    public TaskTarget(Tasks tasks, Endpoints endpoints, Function<String, Set<String>> heard) {
        this.tasks = tasks;
        this.endpoints = endpoints;
        this.heard = heard;
    }

    /**
     * The topics that a task fills, as it was run last, those that expressions have given rows of it, and behind them the
     * one for rows that it cannot send, which is there only once there was such a row.
     *
     * @param name the task
     * @return those of tables by name; none while it was never run
     * @throws dev.caudal.server.definition.Refusal when there is no such task
     */
    public List<String> topics(String name) {
        return tasks.require(name)
                .connector()
                .map(connector -> Stream.concat(
                                Stream.concat(topics(connector), heard.apply(name).stream())
                                        .distinct()
                                        .sorted(),
                                Stream.of(exceptions(connector)))
                        .toList())
                .orElse(List.of());
    }

    /**
     * How clients reach the cluster of a task's topics.
     *
     * @param name the task
     * @return settings with secrets in plain text
     * @throws dev.caudal.server.definition.Refusal when there is no such task, or it has no target
     */
    public Map<String, String> clients(String name) {
        var task = tasks.require(name);
        if (task.definition().isPresent()) {
            return endpoints.clients(task.complete().value().target());
        }
        return task.connector().map(Connector::configuration).orElse(Map.of()).entrySet().stream()
                .filter(each -> each.getKey().startsWith(TARGET))
                .collect(Collectors.toMap(each -> each.getKey().substring(TARGET.length()), Map.Entry::getValue));
    }

    private static Stream<String> topics(Connector connector) {
        var topics = TableTopics.of(
                connector.setting("topic"),
                connector.setting(TaskSettings.TABLE_SETTINGS),
                connector.setting(TaskSettings.TABLE_RULES));
        return TaskSettings.tables(connector).stream().map(topics::topic);
    }

    private static String exceptions(Connector connector) {
        var topic = connector.setting("exceptions.topic");
        return topic.isEmpty() ? connector.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".exceptions" : topic;
    }
}
