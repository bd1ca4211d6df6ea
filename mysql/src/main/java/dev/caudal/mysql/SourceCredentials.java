package dev.caudal.mysql;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Keeps the AWS credentials of this process for logins by IAM: while somebody holds them, all connections use the same ones,
 * which are asked for when the first connection needs them and renewed before they expire. Any thread may use it.
 */
public final class SourceCredentials implements AutoCloseable {

    private static @Nullable DefaultCredentialsProvider provider;
    private static int holders;

    private boolean held = true;

    private SourceCredentials() {}

    /**
     * Holds them until {@link #close}; asks nobody.
     *
     * @return to be closed by the caller, once or more often
     */
    public static SourceCredentials hold() {
        synchronized (SourceCredentials.class) {
            holders++;
            return new SourceCredentials();
        }
    }

    /**
     * The present credentials; may ask AWS.
     *
     * @throws SdkClientException if this process has none
     */
    static AwsCredentials resolve() {
        try (SourceCredentials credentials = hold()) {
            return credentials.shared().resolveCredentials();
        }
    }

    private DefaultCredentialsProvider shared() {
        synchronized (SourceCredentials.class) {
            DefaultCredentialsProvider there = provider;
            if (there == null) {
                there = DefaultCredentialsProvider.builder().build();
                provider = there;
            }
            return there;
        }
    }

    /** Forgets them where nobody else holds them. */
    @Override
    public void close() {
        synchronized (SourceCredentials.class) {
            if (held && --holders == 0 && provider != null) {
                provider.close();
                provider = null;
            }
            held = false;
        }
    }
}
