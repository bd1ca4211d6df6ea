package dev.caudal.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signatures of version 4 (AWS, "Create a signed AWS API request").
 *
 * @param credentials the only ones that are known
 * @param region the one to sign for
 * @param clock what the age of a request is judged by
 */
record Signatures(Credentials credentials, String region, Clock clock) {
    private static final Set<String> SERVICES = Set.of("kafka", "secretsmanager");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Throws unless the request is signed by somebody known, for this service, now. */
    void verify(ApiRequest request) {
        var header = request.header("authorization")
                .orElseThrow(() -> ApiError.forbidden(
                        "MissingAuthenticationTokenException",
                        "The request is not signed. Sign it by AWS Signature Version 4 as %s.".formatted(credentials)));
        var authorization = Authorization.parse(header)
                .orElseThrow(() -> ApiError.forbidden(
                        "IncompleteSignatureException", "The header Authorization is no AWS Signature Version 4."));
        if (!authorization.accessKey().equals(credentials.accessKey())) {
            throw ApiError.forbidden(
                    "UnrecognizedClientException",
                    "The access key in the request is not known. The local platform knows %s.".formatted(credentials));
        }
        if (!SERVICES.contains(authorization.service())
                || !authorization.region().equals(region)) {
            throw invalid("Credential should be scoped to the region %s and one of the services %s, not to %s and %s."
                    .formatted(region, new TreeSet<>(SERVICES), authorization.region(), authorization.service()));
        }
        if (!authorization.headers().contains("host")
                || !authorization.headers().contains("x-amz-date")) {
            throw invalid("The headers host and x-amz-date have to be signed.");
        }
        var time = request.header("x-amz-date").orElse("");
        checkAge(time, authorization.date());
        var expected = signature(request, authorization, time);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(authorization.signature()))) {
            throw invalid(
                    "The request signature we calculated does not match the signature you provided. Check your secret access key and signing method.");
        }
    }

    private void checkAge(String time, String day) {
        Instant signed;
        try {
            signed = TIME.parse(time, Instant::from);
        } catch (DateTimeException e) {
            throw invalid("The header x-amz-date is %s and not a time like 20261127T041500Z.".formatted(time));
        }
        if (!time.startsWith(day)) {
            throw invalid("The day of the credential, %s, is not that of x-amz-date, %s.".formatted(day, time));
        }
        var age = Duration.between(signed, clock.instant());
        if (age.abs().compareTo(SKEW) > 0) {
            throw invalid("Signature expired or not yet valid: it is of %s, and now it is %s."
                    .formatted(time, TIME.format(clock.instant())));
        }
    }

    private byte[] signature(ApiRequest request, Authorization authorization, String time) {
        var body = hex(sha256(request.body()));
        var claimed = request.header("x-amz-content-sha256");
        if (claimed.isPresent() && !claimed.get().equals(body)) {
            throw invalid("The header x-amz-content-sha256 is not the hash of the body.");
        }
        var canonical = String.join(
                "\n",
                request.method(),
                encode(request.path(), true),
                query(request),
                headers(request, authorization),
                String.join(";", authorization.headers()),
                body);
        var text = String.join("\n", "AWS4-HMAC-SHA256", time, authorization.scope(), hex(sha256(bytes(canonical))));
        var key = hmac(bytes("AWS4" + credentials.secretKey()), authorization.date());
        key = hmac(hmac(hmac(key, authorization.region()), authorization.service()), "aws4_request");
        return hmac(key, text);
    }

    private static String query(ApiRequest request) {
        return request.query().stream()
                .map(each -> new ApiRequest.Parameter(encode(each.name(), false), encode(each.value(), false)))
                .sorted(Comparator.comparing(ApiRequest.Parameter::name).thenComparing(ApiRequest.Parameter::value))
                .map(each -> each.name() + "=" + each.value())
                .collect(Collectors.joining("&"));
    }

    private static String headers(ApiRequest request, Authorization authorization) {
        var text = new StringBuilder();
        for (var name : authorization.headers()) {
            var value = request.header(name).orElse("").strip().replaceAll(" +", " ");
            text.append(name).append(':').append(value).append('\n');
        }
        return text.toString();
    }

    /** Percent encoding as the signature wants it. A path is encoded once more, though it is encoded already. */
    private static String encode(String text, boolean isPath) {
        var encoded = new StringBuilder();
        for (byte each : bytes(text)) {
            char sign = (char) (each & 0xff);
            if (sign < 0x80
                    && (Character.isLetterOrDigit(sign) || "-._~".indexOf(sign) >= 0 || isPath && sign == '/')) {
                encoded.append(sign);
            } else {
                encoded.append("%%%02X".formatted((int) sign));
            }
        }
        return encoded.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiError invalid(String message) {
        return ApiError.forbidden("InvalidSignatureException", message);
    }
}
