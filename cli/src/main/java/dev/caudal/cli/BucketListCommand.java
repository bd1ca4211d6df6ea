package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists buckets. */
@Command(name = "list", aliases = "ls", description = "List the buckets.", mixinStandardHelpOptions = true)
final class BucketListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private S3Options s3 = new S3Options();

    @Mixin
    private OutputOption output = new OutputOption();

    BucketListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var buckets = s3.call(client -> client.listBuckets().buckets());
        var out = root.terminal().out();
        if (output.isJson()) {
            var json = Json.MAPPER.createArrayNode();
            buckets.forEach(bucket -> json.addObject()
                    .put("name", bucket.name())
                    .put("created", bucket.creationDate().toString()));
            out.println(json);
        } else {
            var table = new Table("NAME", "CREATED");
            buckets.forEach(bucket -> table.row(bucket.name(), bucket.creationDate()));
            table.print(out);
        }
        return ExitCode.OK;
    }
}
