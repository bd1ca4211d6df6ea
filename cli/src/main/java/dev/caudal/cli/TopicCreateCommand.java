package dev.caudal.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a topic. */
@Command(name = "create", description = "Create a topic.", mixinStandardHelpOptions = true)
final class TopicCreateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "NAME", description = "The topic.")
    private String name = "";

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private short replicas;

    @Option(names = "--config", paramLabel = "KEY=VALUE", description = "A setting of the topic; may be repeated.")
    private Map<String, String> settings = Map.of();

    TopicCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var admin = kafka.admin()) {
            var topic = new NewTopic(name, partitions, replicas).configs(settings);
            kafka.await(admin.createTopics(List.of(topic)).all());
        }
        root.terminal().note("Created topic %s.".formatted(name));
        return ExitCode.OK;
    }
}
