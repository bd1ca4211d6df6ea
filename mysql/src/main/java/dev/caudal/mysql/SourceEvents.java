package dev.caudal.mysql;

/** Told of what happens at a source beyond its rows; called on the source's threads, so it must not block for long. */
public interface SourceEvents {

    /**
     * Something happened.
     *
     * @param event what
     * @param text one sentence for people
     */
    void event(SourceEvent event, String text);
}
