package dev.caudal.server.definition;

/**
 * What is kept of a problem where no request waits for the answer; the same words as in a problem of the API.
 *
 * @param code a word for programs
 * @param detail what is wrong
 * @param remedy what to do
 */
public record ProblemSummary(String code, String detail, String remedy) {
    /**
     * A summary of what was refused.
     *
     * @param refusal the refusal
     * @return its words
     */
    public static ProblemSummary of(Refusal refusal) {
        return of(refusal.code(), refusal.detail(), refusal.remedy());
    }

    /**
     * A summary.
     *
     * @param code why
     * @param detail what is wrong
     * @param remedy what to do
     * @return to be kept
     */
    public static ProblemSummary of(ProblemCode code, String detail, String remedy) {
        return new ProblemSummary(code.word(), detail, remedy);
    }
}
