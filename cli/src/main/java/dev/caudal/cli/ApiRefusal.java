package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** The platform's API answered with a problem. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode problem;

    ApiRefusal(int status, JsonNode problem) {
        super(sentence(status, problem));
        this.status = status;
        this.problem = problem;
    }

    /** The problem, as the API has it. */
    JsonNode problem() {
        return problem;
    }

    /** One of {@link ExitCode}. */
    int exitCode() {
        return switch (status) {
            case 400, 422 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            case 404 -> ExitCode.NOT_FOUND;
            case 409, 412, 428 -> ExitCode.CONFLICT;
            case 502, 503 -> ExitCode.UNREACHABLE;
            default -> ExitCode.FAILED;
        };
    }

    private static String sentence(int status, JsonNode problem) {
        var detail = problem.path("detail").asText("The server answered %d.".formatted(status));
        var remedy = problem.path("remedy").asText("");
        var code = problem.path("code").asText("");
        return detail + (remedy.isEmpty() ? "" : " " + remedy) + (code.isEmpty() ? "" : " [%s]".formatted(code));
    }
}
