package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of a task without those that are suspended. Safe for use by several threads. */
final class CapturedTables {

    private final List<TableId> selected;
    private final Set<TableId> captured = ConcurrentHashMap.newKeySet();
    private final SourceEvents events;

    CapturedTables(List<TableId> tables, TaskState state, SourceEvents events) {
        this.selected = tables;
        this.events = events;
        tables.stream().filter(table -> state.suspension(table).isEmpty()).forEach(captured::add);
    }

    boolean has(TableId table) {
        return captured.contains(table);
    }

    /** Told of what happens to them. */
    SourceEvents events() {
        return events;
    }

    /** All tables of the task, also those that are suspended. */
    List<TableId> selected() {
        return selected;
    }

    /** The tables at this moment. */
    Set<TableId> all() {
        return Set.copyOf(captured);
    }

    /**
     * Suspends a table.
     *
     * @return whether it was not yet
     * @throws SourceException {@code why} itself if it is the only table left
     */
    synchronized boolean suspend(TableId table, SourceException why) {
        if (!captured.contains(table)) {
            return false;
        }
        if (captured.size() == 1) {
            throw why;
        }
        captured.remove(table);
        events.event(SourceEvent.TABLE_SUSPENDED, table + " is suspended, the other tables go on. " + why.getMessage());
        return true;
    }

    /** Takes tables back that were suspended for rows which are undone. */
    void restore(Set<TableId> tables) {
        captured.addAll(tables);
    }
}
