package dev.caudal.mysql;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a connection cannot be secured as it shall be: an answer that the next attempt would get again. */
final class TlsFailure {

    private TlsFailure() {}

    /** What a failed connection means, or nothing where TLS is not the reason. */
    static Optional<SourceException> of(SourceConfig.Address address, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (says(message, "ssl not enabled", "does not support SSL")) {
                return fatal(
                        address,
                        "the server offers no TLS. Give it a certificate (ssl_cert, ssl_key)"
                                + (address.needsTls()
                                        ? ", since a token of IAM goes only over TLS."
                                        : ", or set source.tls to preferred or disabled."),
                        failure);
            }
            if (says(message, "No subject alternative", "No name matching", "SSL hostname verification failed")) {
                return fatal(
                        address,
                        "its certificate is for another host ('"
                                + message.lines().findFirst().orElse("")
                                + "'). Set source.host to a name that is in the certificate.",
                        failure);
            }
            if (cause instanceof CertificateException) {
                return fatal(address, "its certificate is not trusted ('" + message + "'). " + trust(address), failure);
            }
        }
        return Optional.empty();
    }

    private static boolean says(String message, String... words) {
        return Stream.of(words).anyMatch(message::contains);
    }

    private static String trust(SourceConfig.Address address) {
        return "Set source.tls.ca to the PEM file of the authority that signed it; "
                + (address.certificateAuthority().isEmpty()
                        ? "without it the JDK's authorities are trusted."
                        : CertificateAuthority.describe(address.certificateAuthority()) + " has another one.");
    }

    private static Optional<SourceException> fatal(SourceConfig.Address address, String why, Exception failure) {
        return Optional.of(SourceException.fatal("Cannot connect to " + address + " by TLS: " + why, failure));
    }
}
