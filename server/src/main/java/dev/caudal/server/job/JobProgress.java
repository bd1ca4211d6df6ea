package dev.caudal.server.job;

/** Tells how a job goes on; any thread may. */
public interface JobProgress {
    /**
     * How much there is to do.
     *
     * @param all how many records or topics
     */
    void total(long all);

    /**
     * That more is done.
     *
     * @param more how many records or topics since the last call
     */
    void done(long more);

    /**
     * Something that a person should know.
     *
     * @param text a sentence
     */
    void note(String text);
}
