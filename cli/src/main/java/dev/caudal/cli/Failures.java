package dev.caudal.cli;

import dev.caudal.connect.LaunchException;
import dev.caudal.local.LocalServerException;
import dev.caudal.rest.RestProxyException;
import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.restore.RestoreException;
import dev.caudal.s3.store.StoreException;
import dev.caudal.server.connect.ConnectRefusal;
import dev.caudal.server.definition.PlatformException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command throws into one sentence and an exit code. */
final class Failures {
    /** Errors whose text was written for people. */
    private static final List<Class<? extends RuntimeException>> READABLE = List.of(
            CommandFailure.class,
            ApiRefusal.class,
            LocalServerException.class,
            PlatformException.class,
            ConnectRefusal.class,
            ArchiveException.class,
            RestoreException.class,
            StoreException.class,
            LaunchException.class,
            RestProxyException.class);

    private Failures() {}

    /** What picocli calls when the command line is wrong. */
    static int wrongUsage(ParameterException error, String[] arguments) {
        var line = error.getCommandLine();
        line.getErr().println("caudal: " + error.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(error, line.getErr())) {
            line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        }
        line.getErr().flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What picocli calls when a command throws. */
    static IExecutionExceptionHandler of(Caudal root) {
        return (Exception error, CommandLine line, CommandLine.ParseResult parsed) -> {
            var cause = error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
            line.getErr().println("caudal: " + sentence(cause));
            if (root.verbose()) {
                error.printStackTrace(line.getErr());
            }
            line.getErr().flush();
            return exitCode(cause);
        };
    }

    private static String sentence(Throwable error) {
        var message = String.valueOf(error.getMessage());
        if (READABLE.stream().anyMatch(type -> type.isInstance(error)) || error instanceof ApiException) {
            return message;
        }
        return "%s: %s. Run it again with --verbose to see more."
                .formatted(error.getClass().getSimpleName(), message);
    }

    private static int exitCode(Throwable error) {
        if (error instanceof CommandFailure failure) {
            return failure.exitCode();
        }
        if (error instanceof ApiRefusal refusal) {
            return refusal.exitCode();
        }
        if (error instanceof LaunchException failure) {
            return ConnectCommand.exitCode(failure.kind());
        }
        if (error instanceof StoreException failure) {
            return exitCode(failure.kind());
        }
        if (error instanceof RestoreException failure && failure.isConflict()) {
            return ExitCode.CONFLICT;
        }
        if (error instanceof UnknownTopicOrPartitionException) {
            return ExitCode.NOT_FOUND;
        }
        if (error instanceof TopicExistsException) {
            return ExitCode.CONFLICT;
        }
        if (error instanceof AuthenticationException || error instanceof AuthorizationException) {
            return ExitCode.NOT_ALLOWED;
        }
        return error instanceof TimeoutException ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }

    private static int exitCode(StoreException.Kind kind) {
        return switch (kind) {
            case RETRYABLE -> ExitCode.UNREACHABLE;
            case REFUSED -> ExitCode.NOT_ALLOWED;
            case NO_BUCKET -> ExitCode.NOT_FOUND;
            case PRECONDITION -> ExitCode.CONFLICT;
            case OTHER -> ExitCode.FAILED;
        };
    }
}
