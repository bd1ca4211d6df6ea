package dev.caudal.server.definition;

/** What a definition may be called: as in Replicate, and nothing that would be something else in an address. */
public final class Names {
    /** The longest name, as in Replicate. */
    public static final int LONGEST = 32;

    /** Replicate's, and what a reference to a secret ends with. */
    private static final String FORBIDDEN = "|\\/:*?\"<>{}";

    private Names() {}

    /**
     * Lets good names pass.
     *
     * @param name the name
     * @return the same
     * @throws Refusal naming what is wrong with it
     */
    public static String check(String name) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.replace(".", "").isEmpty()) {
            throw wrong(name, "it is blank, begins or ends with a space, or has dots only");
        }
        if (name.length() > LONGEST) {
            throw wrong(name, "it has %d characters".formatted(name.length()));
        }
        name.codePoints()
                .filter(c -> FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> {
                    throw wrong(name, "it has the character '%s'".formatted(Character.toString(c)));
                });
        return name;
    }

    private static Refusal wrong(String name, String why) {
        return Refusal.of(
                        ProblemCode.INVALID_NAME,
                        "'%s' cannot be a name: %s.".formatted(name, why),
                        "Take 1 to %d characters without any of %s".formatted(LONGEST, FORBIDDEN))
                .at("name");
    }
}
