package dev.caudal.mysql;

/**
 * What of large values is sent: those of {@code TEXT}, {@code BLOB}, {@code JSON} and geometry of any size. Columns of keys
 * are sent whole.
 *
 * @param mode what
 * @param limit for {@link Mode#LIMITED}: bytes of a value that are sent, of text in UTF-8; at least 1
 */
public record LobPolicy(Mode mode, int limit) {

    /** What of large values is sent, in Replicate's words. */
    public enum Mode {
        /** All. */
        FULL,
        /** The first bytes of each. */
        LIMITED,
        /** Nothing: their columns are left out. */
        NONE
    }

    /** All is sent. */
    public static final LobPolicy FULL = new LobPolicy(Mode.FULL, Integer.MAX_VALUE);
}
