package dev.caudal.server.task;

import java.util.Map;

/**
 * What a task is to do. A draft may lack its endpoints and tables; it then cannot run yet.
 *
 * @param description for people, may be empty
 * @param source the endpoint that is read, empty while none is chosen
 * @param target the endpoint that is written to, empty while none is chosen
 * @param fullLoad whether the rows that are there are sent
 * @param applyChanges whether every change from then on is sent
 * @param tables which tables
 * @param settings settings of the replication connector by its own names, without those that come from all else
 */
public record TaskDefinition(
        String description,
        String source,
        String target,
        boolean fullLoad,
        boolean applyChanges,
        TableSelection tables,
        Map<String, String> settings) {
    /** The only profile so far. */
    public static final String PROFILE = "unidirectional";

    /** Copies the map. */
    public TaskDefinition {
        settings = Map.copyOf(settings);
    }

    /**
     * The same with other tables.
     *
     * @param selection which tables
     * @return a copy
     */
    public TaskDefinition with(TableSelection selection) {
        return new TaskDefinition(description, source, target, fullLoad, applyChanges, selection, settings);
    }
}
