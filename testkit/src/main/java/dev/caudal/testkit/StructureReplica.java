package dev.caudal.testkit;

import dev.caudal.core.AtMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What somebody keeps of a table who reads its messages, and takes none that does not fit what came before. */
public final class StructureReplica {
    private final Map<String, String> rows = new HashMap<>();
    private int load;

    /** An empty table. */
    public StructureReplica() {}

    /**
     * Takes the next message.
     *
     * @param message of the table
     * @param number the load number that it has, 0 where it has none
     * @throws AssertionError where it brings a row that is there, or takes away or changes one that is not
     */
    public void take(AtMessage message, int number) {
        if (number > load) {
            load = number;
            rows.clear();
        }
        switch (message.headers().operation()) {
            case REFRESH, INSERT -> put(message);
            case DELETE -> remove(message, key(message));
            case UPDATE -> {
                remove(
                        message,
                        Objects.requireNonNull(message.beforeData()).path("id").asText());
                put(message);
            }
        }
    }

    private static String key(AtMessage message) {
        return message.data().path("id").asText();
    }

    private void put(AtMessage message) {
        var before = Optional.ofNullable(rows.put(key(message), StructureText.row(message)));
        if (before.isPresent()) {
            throw new AssertionError("%s, and there is a row %s".formatted(StructureText.of(message), before.get()));
        }
    }

    private void remove(AtMessage message, String key) {
        if (rows.remove(key) == null) {
            throw new AssertionError("%s, and there is no row %s".formatted(StructureText.of(message), key));
        }
    }

    /**
     * The table.
     *
     * @return by key the text of each row; changes with the next message
     */
    public Map<String, String> rows() {
        return rows;
    }
}
