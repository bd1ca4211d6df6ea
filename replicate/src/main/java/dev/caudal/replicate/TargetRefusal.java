package dev.caudal.replicate;

import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/**
 * That the target cluster does not let a client in: an answer, not an outage.
 *
 * @param setting the setting to look at first
 * @param text what was refused, in the client's words, and what to do
 */
record TargetRefusal(String setting, String text) {

    /** What a failure says, or nothing where it is another. */
    static Optional<TargetRefusal> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException) {
                return Optional.of(tls(innermost(cause)));
            }
            if (cause instanceof AuthenticationException) {
                return Optional.of(login(String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    /** The settings of the clients cannot be used at all. */
    static TargetRefusal settings(Throwable failure) {
        return new TargetRefusal(
                Setting.TARGET_SERVERS,
                "No client of the target cluster can be made: " + innermost(failure)
                        + ". Check the settings target.security.protocol, target.ssl.* and target.sasl.*.");
    }

    private static TargetRefusal tls(String why) {
        return new TargetRefusal(
                "target.ssl.truststore.location",
                "No TLS connection to the target cluster: " + why
                        + ". Set target.ssl.truststore.location to the authority of its certificate, use in"
                        + " target.bootstrap.servers a name that is in it, and if the cluster asks for the client's"
                        + " certificate, set target.ssl.keystore.location.");
    }

    private static TargetRefusal login(String why) {
        return new TargetRefusal(
                "target.sasl.jaas.config",
                "The target cluster does not let the user in: " + why
                        + ". Check user and password in target.sasl.jaas.config, and target.sasl.mechanism.");
    }

    private static String innermost(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}
