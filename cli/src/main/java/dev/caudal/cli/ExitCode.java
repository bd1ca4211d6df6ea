package dev.caudal.cli;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    /** Interrupted by Ctrl-C, as the shell has it. */
    static final int INTERRUPTED = 130;

    /** What each means, for the reference. */
    static final SortedMap<Integer, String> MEANINGS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            OK, "Done; also where Ctrl-C or SIGTERM ends what runs until then, such as `up`.",
            FAILED, "Failed for another reason than those below.",
            USAGE, "The command line is wrong.",
            NOT_FOUND, "What was named is not there.",
            NOT_ALLOWED, "Not allowed, or the login is wrong.",
            CONFLICT, "It exists already, or is in a state that does not permit this.",
            UNREACHABLE, "The server does not answer.",
            TIMED_OUT, "Waited in vain.",
            IN_ERROR, "The thing itself is in error, as a task that has failed.",
            INTERRUPTED, "Ended by Ctrl-C.")));

    private ExitCode() {}
}
