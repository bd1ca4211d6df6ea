package dev.caudal.cli;

import dev.caudal.core.Count;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends lines to a topic. */
@Command(
        name = "produce",
        description = "Send each line of the standard input as a record.",
        mixinStandardHelpOptions = true)
final class TopicProduceCommand implements Callable<Integer> {
    private static final int UNCONFIRMED = 10_000;

    private final Caudal root;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "NAME", description = "The topic.")
    private String name = "";

    @Option(
            names = "--key-separator",
            paramLabel = "TEXT",
            description = "What divides a line into key and value (default: a line is a value without a key).")
    private @Nullable String separator;

    TopicProduceCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Topics.partitions(kafka, name);
        var settings = kafka.settings();
        settings.remove("default.api.timeout.ms");
        settings.put("delivery.timeout.ms", (int) kafka.timeout().toMillis() + 60_000);
        settings.put("linger.ms", 5);
        long count = 0;
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var lines = new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sent.add(producer.send(record(line)));
                count++;
                if (sent.size() >= UNCONFIRMED) {
                    confirm(sent);
                }
            }
            confirm(sent);
        }
        root.terminal().note("Sent %s to %s.".formatted(Count.of(count, "record"), name));
        return ExitCode.OK;
    }

    private ProducerRecord<String, String> record(String line) {
        int at = separator == null ? -1 : line.indexOf(separator);
        return separator == null || at < 0
                ? new ProducerRecord<>(name, line)
                : new ProducerRecord<>(name, line.substring(0, at), line.substring(at + separator.length()));
    }

    private static void confirm(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException {
        for (var each : sent) {
            each.get();
        }
        sent.clear();
    }
}
