package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The Amazon resource name of a configuration.
 *
 * @param text its text, which has been looked at
 */
record ConfigurationArn(String text) {
    private static final Pattern FORM = Pattern.compile(
            "arn:aws:kafka:[a-z0-9-]{1,32}:\\d{12}:configuration/([0-9A-Za-z][0-9A-Za-z-]{0,127})/[0-9a-f-]{36}-\\d{1,2}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ConfigurationArn {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no ARN of a configuration: " + text);
        }
    }

    /** The ARN in a request. */
    static ConfigurationArn parse(String text) {
        try {
            return new ConfigurationArn(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("arn", "Invalid Configuration ARN.");
        }
    }

    /** The configuration's name. */
    String name() {
        return FORM.matcher(text).replaceFirst("$1");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
