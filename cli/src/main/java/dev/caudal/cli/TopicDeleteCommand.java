package dev.caudal.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a topic. */
@Command(
        name = "delete",
        aliases = "rm",
        description = "Delete a topic with all its records.",
        mixinStandardHelpOptions = true)
final class TopicDeleteCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "NAME", description = "The topic.")
    private String name = "";

    TopicDeleteCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var admin = kafka.admin()) {
            kafka.await(admin.deleteTopics(List.of(name)).all());
        } catch (UnknownTopicOrPartitionException e) {
            throw Topics.unknown(name, kafka, e);
        }
        root.terminal().note("Deleted topic %s.".formatted(name));
        return ExitCode.OK;
    }
}
