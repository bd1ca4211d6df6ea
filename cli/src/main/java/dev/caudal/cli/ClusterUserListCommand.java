package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names the users of a cluster. */
@Command(name = "list", aliases = "ls", description = "The names of the users.", mixinStandardHelpOptions = true)
final class ClusterUserListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    ClusterUserListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var users = msk.call(client -> {
            var arn = MskOptions.arn(client, cluster.text());
            return ClusterUsers.of(
                    arn,
                    client.listScramSecretsPaginator(request -> request.clusterArn(arn)).secretArnList().stream()
                            .toList());
        });
        var out = root.terminal().out();
        users.forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
