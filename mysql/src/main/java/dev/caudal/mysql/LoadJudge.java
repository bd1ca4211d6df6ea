package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Decides which changes the full load has not shown already: a change counts if its transaction starts at or behind the
 * place of the log as of which the row's range was loaded; rows whose range is not loaded will be loaded as they are
 * then. Used by the thread that reads the log.
 */
final class LoadJudge {

    private final Map<TableId, TableLoad> open = new HashMap<>();

    /** By the place as of which the last of their rows were loaded, since the log asks at every transaction. */
    private final NavigableMap<BinlogCoordinate, List<TableId>> complete = new TreeMap<>();

    LoadJudge(List<TableId> tables, TaskState state) {
        for (TableId table : tables) {
            TableLoad load = state.load(table);
            if (!load.followed()) {
                open.put(table, load);
                if (load.complete()) {
                    complete.computeIfAbsent(load.loaded().newest(), place -> new ArrayList<>())
                            .add(table);
                }
            }
        }
    }

    /** Whether every change of the table counts. */
    boolean allCount(TableId table) {
        return !open.containsKey(table);
    }

    /** Whether rows of the table are loaded as of a place at or before this one, so that consumers have something of it. */
    boolean isLoadedBefore(TableId table, BinlogCoordinate place) {
        TableLoad load = open.get(table);
        return load == null
                || load.loaded().ranges().stream().anyMatch(range -> range.at().compareTo(place) <= 0);
    }

    /** Whether a change of the row in {@code image} counts, made by a transaction that starts at {@code start}. */
    boolean counts(LogTable table, RowImage image, BinlogCoordinate start) {
        TableLoad load = open.get(table.id());
        if (load == null) {
            return true;
        }
        long key = table.structure().hasRangeKey() ? image.rangeKey() : 0;
        return load.loaded()
                .loadedAt(key)
                .filter(at -> at.compareTo(start) <= 0)
                .isPresent();
    }

    /** The tables whose loaded rows the log has passed now that it is at {@code place}; each is returned once. */
    List<Progress> passed(BinlogCoordinate place) {
        if (complete.isEmpty() || complete.firstKey().compareTo(place) > 0) {
            return List.of();
        }
        List<Progress> passed = new ArrayList<>();
        Collection<List<TableId>> reached = complete.headMap(place, true).values();
        for (List<TableId> tables : reached) {
            for (TableId table : tables) {
                open.remove(table);
                passed.add(new Progress.Followed(table));
            }
        }
        reached.clear();
        return passed;
    }
}
