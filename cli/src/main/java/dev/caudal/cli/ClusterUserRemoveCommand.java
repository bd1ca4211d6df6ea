package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a user of a cluster. */
@Command(
        name = "remove",
        aliases = "rm",
        description = "Remove a user and the secret with the password.",
        mixinStandardHelpOptions = true)
final class ClusterUserRemoveCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Parameters(index = "1", paramLabel = "USER", description = "The user's name.")
    private String user = "";

    ClusterUserRemoveCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var arn = msk.call(client -> MskOptions.arn(client, cluster.text()));
        var name = ClusterUsers.secret(arn, user);
        var secret = msk.secrets(client ->
                client.describeSecret(request -> request.secretId(name)).arn());
        msk.call(client -> client.batchDisassociateScramSecret(
                request -> request.clusterArn(arn).secretArnList(secret)));
        msk.secrets(client -> client.deleteSecret(request -> request.secretId(name)));
        root.terminal().note("User %s may not connect any more.".formatted(user));
        return ExitCode.OK;
    }
}
