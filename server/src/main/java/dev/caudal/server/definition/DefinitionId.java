package dev.caudal.server.definition;

/**
 * What definition.
 *
 * @param kind the word of its kind
 * @param name its name, unique in its kind
 */
public record DefinitionId(String kind, String name) implements Comparable<DefinitionId> {
    /** The key of its record. */
    String key() {
        return kind + "/" + name;
    }

    /** Reads a key. */
    static DefinitionId of(String key) {
        int slash = key.indexOf('/');
        return new DefinitionId(key.substring(0, Math.max(slash, 0)), key.substring(slash + 1));
    }

    @Override
    public int compareTo(DefinitionId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
