package dev.caudal.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells where clients of a cluster connect. */
@Command(
        name = "bootstrap-brokers",
        description = "Print where clients connect: without encryption if the cluster has that, else with.",
        mixinStandardHelpOptions = true)
final class ClusterBootstrapCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Mixin
    private OutputOption output = new OutputOption();

    ClusterBootstrapCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var brokers = msk.call(client ->
                client.getBootstrapBrokers(request -> request.clusterArn(MskOptions.arn(client, cluster.text()))));
        var out = root.terminal().out();
        out.println(
                output.isJson()
                        ? AwsJson.of(brokers).toPrettyString()
                        : Stream.of(
                                        brokers.bootstrapBrokerString(),
                                        brokers.bootstrapBrokerStringTls(),
                                        brokers.bootstrapBrokerStringSaslScram(),
                                        brokers.bootstrapBrokerStringSaslIam())
                                .flatMap(each -> Optional.ofNullable(each).stream())
                                .findFirst()
                                .orElse(""));
        out.flush();
        return ExitCode.OK;
    }
}
