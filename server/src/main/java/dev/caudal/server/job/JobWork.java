package dev.caudal.server.job;

/**
 * What a job does.
 */
@FunctionalInterface
public interface JobWork {
    /**
     * Does it on a thread of its own, which is interrupted when it shall end.
     *
     * @param progress hears how it goes on
     * @return what came of it, to become JSON
     * @throws Exception when it fails; {@link dev.caudal.server.definition.Refusal} where it is known what to do
     */
    Object run(JobProgress progress) throws Exception;
}
