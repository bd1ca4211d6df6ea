package dev.caudal.cli;

import dev.caudal.s3.store.BucketName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a bucket. */
@Command(name = "create", description = "Create a bucket.", mixinStandardHelpOptions = true)
final class BucketCreateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private S3Options s3 = new S3Options();

    @Parameters(paramLabel = "NAME", description = "The bucket.")
    private String name = "";

    BucketCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        BucketName.problem(name).ifPresent(problem -> {
            throw new CommandFailure(ExitCode.USAGE, "Cannot create a bucket '%s': %s.".formatted(name, problem));
        });
        var unused = s3.call(client -> client.createBucket(request -> request.bucket(name)));
        root.terminal().note("Created bucket %s at %s.".formatted(name, s3.endpoint()));
        return ExitCode.OK;
    }
}
