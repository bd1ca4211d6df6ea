package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a cluster, unique in account and region.
 *
 * @param text 1 to 64 letters, digits and hyphens, beginning with no hyphen
 */
record ClusterName(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ClusterName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The parameter value contains one or more characters that are not valid. A cluster name has 1 to 64"
                            + " letters, digits and hyphens, and begins with no hyphen.");
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
