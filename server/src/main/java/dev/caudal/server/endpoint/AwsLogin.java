package dev.caudal.server.endpoint;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The AWS credentials of this process, which log in with IAM and ask the API of Amazon MSK. */
final class AwsLogin {
    private AwsLogin() {}

    /**
     * Lets pass where there are some; takes a few seconds where there are none.
     *
     * @throws Refusal when there are none
     */
    static void require() {
        try (var provider = DefaultCredentialsProvider.builder().build()) {
            var unused = provider.resolveCredentials();
        } catch (SdkClientException e) {
            throw Refusal.of(
                    ProblemCode.NO_AWS_CREDENTIALS,
                    "This process has no AWS credentials: none in its environment, in a profile, of a web identity, a container or a machine.",
                    "Start the platform, and workers that joined it, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_PROFILE, or on a machine with a role.");
        }
    }
}
