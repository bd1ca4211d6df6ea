package dev.caudal.server.task;

/** Commands about the tables of a task, in quotes, as they are to be typed. */
final class TableCommands {
    private TableCommands() {}

    static String select(String task, Object tables) {
        return "'caudal table select --task %s %s'".formatted(word(task), word(tables));
    }

    static String deselect(String task, Object tables) {
        return "'caudal table deselect --task %s %s'".formatted(word(task), word(tables));
    }

    static String reset(String task, Object table) {
        return "'caudal table set --task %s %s --reset'".formatted(word(task), word(table));
    }

    /** As one word of a shell. */
    private static String word(Object value) {
        var text = value.toString();
        return text.matches("[\\w.%@:+-]+") ? text : '"' + text.replaceAll("([\"\\\\$`])", "\\\\$1") + '"';
    }
}
