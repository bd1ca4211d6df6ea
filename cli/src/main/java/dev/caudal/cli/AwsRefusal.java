package dev.caudal.cli;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a service of Amazon's, or one with its API, says when it refuses, as an error of a command. */
final class AwsRefusal {
    private AwsRefusal() {}

    /** The failure of a command that {@code service} refused; the name begins the sentence. */
    static CommandFailure of(String service, AwsServiceException e) {
        var details = e.awsErrorDetails();
        var reason = details == null || details.errorMessage() == null ? e.getMessage() : details.errorMessage();
        var code = details == null || details.errorCode() == null ? "" : ", " + details.errorCode();
        return new CommandFailure(
                exitCode(e.statusCode()),
                "%s refused: %s (%d%s)."
                        .formatted(service, String.valueOf(reason).replaceAll("\\.$", ""), e.statusCode(), code),
                e);
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409 -> ExitCode.CONFLICT;
            default -> ExitCode.FAILED;
        };
    }
}
