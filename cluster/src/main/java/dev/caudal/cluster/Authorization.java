package dev.caudal.cluster;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header by which a request is signed.
 *
 * @param accessKey who signs
 * @param date the day of the scope, {@code yyyyMMdd}
 * @param region of the scope
 * @param service of the scope
 * @param headers the lower-case names of what is signed
 * @param signature 64 hexadecimal digits
 */
record Authorization(
        String accessKey, String date, String region, String service, List<String> headers, String signature) {
    private static final Pattern FORM = Pattern.compile(
            "AWS4-HMAC-SHA256\\s+Credential=([^/\\s,]{1,128})/(\\d{8})/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/aws4_request,"
                    + "\\s*SignedHeaders=([a-z0-9;-]{1,2048}),\\s*Signature=([0-9a-f]{64})");

    static Optional<Authorization> parse(String header) {
        var match = FORM.matcher(header.strip());
        return match.matches()
                ? Optional.of(new Authorization(
                        match.group(1),
                        match.group(2),
                        match.group(3),
                        match.group(4),
                        List.of(match.group(5).split(";")),
                        match.group(6)))
                : Optional.empty();
    }

    String scope() {
        return "%s/%s/%s/aws4_request".formatted(date, region, service);
    }
}
