package dev.caudal.mysql;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of {@code SHOW GRANTS} that gives rights on something.
 *
 * @param rights their names as the server writes them
 * @param on what they are for, in quotes as the server writes it: {@code *.*}, {@code `shop`.*}, {@code `shop`.`items`}
 */
record Grant(Set<String> rights, String on) {

    private static final Pattern LINE =
            Pattern.compile("GRANT (.+?) ON (\\*\\.\\*|`(?:[^`]|``)+`\\.(?:\\*|`.*?`)) TO .*");

    /** Reads a line; nothing where it gives a role, or rights of another kind. */
    static Optional<Grant> parse(String line) {
        var found = LINE.matcher(line);
        return found.matches()
                ? Optional.of(new Grant(Set.of(found.group(1).split(", ")), found.group(2)))
                : Optional.empty();
    }

    boolean gives(String right) {
        return rights.contains(right) || rights.contains("ALL PRIVILEGES");
    }

    boolean isGlobal() {
        return on.equals("*.*");
    }

    /** The pattern of the schemas whose tables it is for, if it is for all tables of a schema. */
    Optional<String> schemaPattern() {
        return isGlobal() || !on.endsWith("`.*")
                ? Optional.empty()
                : Optional.of(on.substring(1, on.length() - 3).replace("``", "`"));
    }
}
