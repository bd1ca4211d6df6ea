package dev.caudal.core;

/**
 * A table by its schema and name, spelled as the source spells it. Names are compared letter by letter.
 *
 * @param schema the schema (MySQL: the database), not empty
 * @param name the table's name in it, not empty
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

    /** Refuses empty parts. */
    public TableId {
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("A table needs a schema and a name, got '" + schema + "." + name + "'.");
        }
    }

    /**
     * Reads {@code schema.name}; the first dot separates, so a table name may hold dots and a schema may not.
     *
     * @throws IllegalArgumentException if there is no dot, or nothing on one side of it
     */
    public static TableId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("'" + text + "' is no table: write <schema>.<table>, as in world.city.");
        }
        return new TableId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(TableId other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** {@code schema.name}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
