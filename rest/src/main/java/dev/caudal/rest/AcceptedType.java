package dev.caudal.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One media type of an {@code Accept} or {@code Content-Type} header.
 *
 * @param type in lower case, without parameters
 * @param quality 0 to 1
 */
record AcceptedType(String type, double quality) {
    private static final String ANYTHING = "*/*";
    private static final String JSON = "application/json";
    private static final String KAFKA = "application/vnd.kafka";

    /** What a header lists, the most wanted first. */
    static List<AcceptedType> list(String header) {
        return Arrays.stream(header.split(","))
                .map(AcceptedType::parse)
                .filter(each -> !each.type.isEmpty() && each.quality > 0)
                .sorted(Comparator.comparingDouble(AcceptedType::quality).reversed())
                .toList();
    }

    static AcceptedType parse(String text) {
        var parts = text.split(";", -1);
        double quality = 1;
        for (var parameter : parts) {
            var pair = parameter.trim().toLowerCase(Locale.ROOT);
            if (pair.startsWith("q=")) {
                quality = number(pair.substring(2));
            }
        }
        return new AcceptedType(parts[0].trim().toLowerCase(Locale.ROOT), quality);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    boolean isWildcard() {
        return type.equals(ANYTHING) || type.equals("application/*");
    }

    boolean isOctetStream() {
        return type.equals("application/octet-stream");
    }

    /** Whether it is a type of this version, or of every version. */
    boolean fits(ApiVersion version) {
        if (type.equals(JSON)) {
            return true;
        }
        return version != ApiVersion.V3
                && type.startsWith(KAFKA)
                && (type.equals(KAFKA + "+json")
                        || type.equals(version.type())
                        || Arrays.stream(Format.values()).anyMatch(format -> type.equals(version.type(format))));
    }
}
