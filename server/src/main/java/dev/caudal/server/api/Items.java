package dev.caudal.server.api;

import java.util.List;

/**
 * A list, or a part of it.
 *
 * @param <T> what is in it
 * @param items the part
 * @param total how many there are in all
 */
record Items<T>(List<T> items, long total) {
    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, items.size());
    }
}
