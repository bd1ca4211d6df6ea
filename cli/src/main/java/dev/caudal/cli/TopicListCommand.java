package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists topics. */
@Command(name = "list", aliases = "ls", description = "List the topics.", mixinStandardHelpOptions = true)
final class TopicListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--internal", description = "Also the topics that Kafka keeps for itself.")
    private boolean internal;

    TopicListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var admin = kafka.admin()) {
            var names = kafka.await(admin.listTopics(new ListTopicsOptions().listInternal(internal))
                    .names());
            var sorted = names.stream().sorted().toList();
            var out = root.terminal().out();
            if (output.isJson()) {
                out.println(Json.MAPPER.valueToTree(sorted).toString());
            } else {
                sorted.forEach(out::println);
            }
        }
        return ExitCode.OK;
    }
}
