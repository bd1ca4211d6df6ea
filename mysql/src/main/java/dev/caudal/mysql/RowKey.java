package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/** The text of a key of several columns: a JSON array of the values, so that two keys never have one text. */
final class RowKey {

    private RowKey() {}

    static void begin(JsonBytes out) {
        out.raw('[');
    }

    static void separate(int position, JsonBytes out) {
        if (position > 0) {
            out.raw(',');
            out.raw(' ');
        }
    }

    static void end(JsonBytes out) {
        out.raw(']');
    }
}
