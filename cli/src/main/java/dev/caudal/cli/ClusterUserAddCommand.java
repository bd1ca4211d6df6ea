package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** Adds a user of a cluster, or gives one another password. */
@Command(
        name = "add",
        description = "Add a user, or change the password of one. The password is asked for, or is a line of stdin.",
        mixinStandardHelpOptions = true)
final class ClusterUserAddCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Parameters(index = "1", paramLabel = "USER", description = "The user's name.")
    private String user = "";

    @Option(
            names = "--kms-key",
            paramLabel = "ID",
            description = "Amazon's: the key of yours that encrypts the secret. Local clusters need none.")
    private String key = "alias/caudal";

    ClusterUserAddCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var arn = msk.call(client -> MskOptions.arn(client, cluster.text()));
        var name = ClusterUsers.secret(arn, user);
        var password = new NewPasswords(System.in).next("Password for " + user);
        var text = Json.MAPPER
                .createObjectNode()
                .put("username", user)
                .put("password", password)
                .toString();
        var secret = msk.secrets(client -> {
            try {
                return client.createSecret(
                                request -> request.name(name).kmsKeyId(key).secretString(text))
                        .arn();
            } catch (ResourceExistsException e) {
                return client.putSecretValue(request -> request.secretId(name).secretString(text))
                        .arn();
            }
        });
        var refused = msk.call(client -> client.batchAssociateScramSecret(
                        request -> request.clusterArn(arn).secretArnList(secret)))
                .unprocessedScramSecrets();
        if (!refused.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The secret %s is no user of the cluster: %s"
                            .formatted(name, refused.get(0).errorMessage()));
        }
        root.terminal().note("User %s may connect; the secret is %s.".formatted(user, name));
        return ExitCode.OK;
    }
}
