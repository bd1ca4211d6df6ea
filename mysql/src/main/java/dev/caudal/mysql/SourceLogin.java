package dev.caudal.mysql;

/** How a user shows a source who they are. */
public sealed interface SourceLogin {

    /**
     * A password.
     *
     * @param text may be empty
     */
    record Password(String text) implements SourceLogin {
        @Override
        public String toString() {
            return "password";
        }
    }

    /**
     * A token of AWS IAM, as Amazon RDS and Aurora take it; each connection makes one by the {@link SourceCredentials}.
     * It is sent only over TLS.
     *
     * @param region of AWS; empty for the one in the host's name, else that of the process
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html">IAM database
     *     authentication</a>
     */
    record RdsToken(String region) implements SourceLogin {}
}
