package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was asked for is not done, for a reason that the one who asks can do something about. */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What sort of reason it is. */
    public enum Reason {
        /** What was sent cannot be understood. */
        MALFORMED,
        /** What was sent is understood and wrong. */
        INVALID,
        /** What was named is not there. */
        NOT_FOUND,
        /** It exists already, is used, or is in a state that does not permit this. */
        CONFLICT,
        /** What was named cannot be done with it. */
        NO_METHOD,
        /** It has changed since the one who asks has seen it. */
        STALE,
        /** The version that was seen is not named. */
        NO_VERSION,
        /** It is not said who asks, or it cannot be true. */
        UNKNOWN_CALLER,
        /** The one who asks may not. */
        FORBIDDEN,
        /** It was asked for too often. */
        TOO_MANY,
        /** For none that was foreseen. */
        FAILED,
        /** A server that is asked on behalf does not answer, or not as it should. */
        BAD_SOURCE,
        /** The platform cannot at present. */
        UNAVAILABLE
    }

    private final ProblemCode code;
    private final String remedy;
    private final String field;
    private final transient Map<String, JsonNode> more;

    private Refusal(ProblemCode code, String detail, String remedy, String field, Map<String, JsonNode> more) {
        super(detail);
        this.code = code;
        this.remedy = remedy;
        this.field = field;
        this.more = more;
    }

    /**
     * A refusal.
     *
     * @param code why, for programs
     * @param detail what is refused, with names and values, and why
     * @param remedy what to do
     * @return to be thrown
     */
    public static Refusal of(ProblemCode code, String detail, String remedy) {
        return new Refusal(code, detail, remedy, "", Map.of());
    }

    /**
     * A value that is wrong.
     *
     * @param field the field, as a path with dots
     * @param detail what is wrong with it
     * @param remedy what to do
     * @return to be thrown
     */
    public static Refusal invalid(String field, String detail, String remedy) {
        return new Refusal(ProblemCode.INVALID_FIELD, detail, remedy, field, Map.of());
    }

    /**
     * Reads a value; what its reader says of a wrong one is what is wrong with the field.
     *
     * @param field the field, as a path with dots
     * @param reader throws {@link IllegalArgumentException} for a value that is none
     * @param remedy what to do then
     * @return the value
     * @throws Refusal when it is none
     */
    public static <T> T reading(String field, Supplier<T> reader, String remedy) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw invalid(field, String.valueOf(e.getMessage()), remedy);
        }
    }

    /**
     * The same about a field.
     *
     * @param path the field, as a path with dots
     * @return a copy
     */
    public Refusal at(String path) {
        return new Refusal(code, detail(), remedy, path, more);
    }

    /**
     * The same with something for programs.
     *
     * @param name of the member
     * @param value its value
     * @return a copy
     */
    public Refusal with(String name, JsonNode value) {
        var all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Refusal(code, detail(), remedy, field, all);
    }

    /**
     * What sort of reason it is.
     *
     * @return decides how it is answered
     */
    public Reason reason() {
        return code.reason();
    }

    /**
     * Why, for programs.
     *
     * @return its word never changes
     */
    public ProblemCode code() {
        return code;
    }

    /**
     * What is refused and why.
     *
     * @return a sentence
     */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * What to do.
     *
     * @return a sentence
     */
    public String remedy() {
        return remedy;
    }

    /**
     * What field it is about.
     *
     * @return a path with dots; empty where it is about none
     */
    public Optional<String> field() {
        return Optional.of(field).filter(path -> !path.isEmpty());
    }

    /**
     * What else there is for programs.
     *
     * @return by name
     */
    public Map<String, JsonNode> more() {
        return more;
    }
}
