package dev.caudal.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what arrives in a topic. */
@Command(
        name = "consume",
        description = "Print the records of a topic as they are committed, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class TopicConsumeCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "NAME", description = "The topic.")
    private String name = "";

    @Option(names = "--from-beginning", description = "Begin with the oldest record instead of the next one.")
    private boolean fromBeginning;

    @Option(names = "--max-messages", paramLabel = "N", description = "End after N records.")
    private @Nullable Long limit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "value (default), key-value, or jsonl: one object per line with all that a record has.")
    private RecordFormat format = RecordFormat.VALUE;

    TopicConsumeCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (limit != null && limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--max-messages is %d and must be 1 or more.".formatted(limit));
        }
        var partitions = Topics.partitions(kafka, name);
        var settings = kafka.settings();
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
            }
            print(consumer);
        }
        return ExitCode.OK;
    }

    /** Each record goes out at once; a reader that has gone away, as 'head' does, ends the command. */
    private void print(KafkaConsumer<byte[], byte[]> consumer) {
        long left = limit == null ? Long.MAX_VALUE : limit;
        var out = root.terminal().out();
        while (left > 0 && !out.checkError()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (left > 0) {
                    out.println(format.line(record));
                    left--;
                }
            }
            out.flush();
        }
    }
}
