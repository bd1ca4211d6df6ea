package dev.caudal.cli;

/** How a command ends, for scripts; a part of the interface. */
final class ExitCode {
    /** Done. */
    static final int OK = 0;
    /** Failed for another reason than those below. */
    static final int FAILED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** What was named is not there. */
    static final int NOT_FOUND = 3;
    /** Not allowed, or the login is wrong. */
    static final int NOT_ALLOWED = 4;
    /** It exists already, or is in a state that does not permit this. */
    static final int CONFLICT = 5;
    /** The server does not answer. */
    static final int UNREACHABLE = 6;
    /** Waited in vain. */
    static final int TIMED_OUT = 7;
    /** The thing itself is in error. */
    static final int IN_ERROR = 8;

    private ExitCode() {}
}
