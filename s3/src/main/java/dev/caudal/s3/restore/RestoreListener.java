package dev.caudal.s3.restore;

/** Hears how a restore goes on; called by several threads. */
public interface RestoreListener {
    /**
     * That records are about to be sent.
     *
     * @param records how many the topics get that are not complete yet; an earlier run may have sent some of them
     */
    default void planned(long records) {}

    /**
     * Something that a person should know.
     *
     * @param text a sentence
     */
    void note(String text);

    /**
     * Records that the target has acknowledged since the last call.
     *
     * @param records how many
     */
    void sent(long records);
}
