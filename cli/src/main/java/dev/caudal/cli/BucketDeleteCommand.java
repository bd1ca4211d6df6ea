package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a bucket. */
@Command(name = "delete", aliases = "rm", description = "Delete an empty bucket.", mixinStandardHelpOptions = true)
final class BucketDeleteCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private S3Options s3 = new S3Options();

    @Parameters(paramLabel = "NAME", description = "The bucket.")
    private String name = "";

    BucketDeleteCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var unused = s3.call(client -> client.deleteBucket(request -> request.bucket(name)));
        root.terminal().note("Deleted bucket %s.".formatted(name));
        return ExitCode.OK;
    }
}
