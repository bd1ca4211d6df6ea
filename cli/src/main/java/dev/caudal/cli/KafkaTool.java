package dev.caudal.cli;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.tools.AclCommand;
import org.apache.kafka.tools.ConsoleProducer;
import org.apache.kafka.tools.TopicCommand;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.apache.kafka.tools.consumer.group.ConsumerGroupCommand;
import org.apache.kafka.tools.reassign.ReassignPartitionsCommand;

/**
 * A tool of Apache Kafka that there is under {@code bin}.
 *
 * @param script the name of its script, without {@code .sh}
 * @param program its own entry, which ends the process itself when something is wrong
 */
record KafkaTool(String script, Program program) {
    static final KafkaTool TOPICS = new KafkaTool("kafka-topics", TopicCommand::main);
    static final KafkaTool PRODUCER = new KafkaTool("kafka-console-producer", ConsoleProducer::main);
    static final KafkaTool CONSUMER = new KafkaTool("kafka-console-consumer", ConsoleConsumer::main);

    static final List<KafkaTool> ALL = List.of(
            TOPICS,
            PRODUCER,
            CONSUMER,
            new KafkaTool("kafka-consumer-groups", ConsumerGroupCommand::main),
            new KafkaTool("kafka-reassign-partitions", ReassignPartitionsCommand::main),
            new KafkaTool("kafka-acls", AclCommand::main));

    /** What a tool's own entry does. */
    interface Program {
        void run(String[] arguments) throws Exception;
    }

    /** The tool that a script of this name runs. */
    static Optional<KafkaTool> named(String script) {
        return ALL.stream().filter(tool -> tool.script.equals(script)).findFirst();
    }
}
