package dev.caudal.cli;

import java.util.List;
import java.util.Set;

/** The options of Kafka's tools that have a value. */
final class ToolOptions {
    /** Those of all tools: none has an option of such a name without a value. */
    static final Set<String> WITH_VALUE = Set.of("""
            --allow-host --allow-principal --batch-size --bootstrap-controller --bootstrap-server --broker-list --by-duration
            --command-config --command-property --config --consumer-property --delegation-token --delete-config --deny-host
            --deny-principal --formatter --formatter-config --formatter-property --from-file --group --include
            --isolation-level --key-deserializer --line-reader --max-block-ms --max-memory-bytes --max-messages
            --max-partition-memory-bytes --message-send-max-retries --metadata-expiry-ms --offset --operation --partition
            --partitions --producer-property --property --reader-config --reader-property --reassignment-json-file
            --replica-assignment --replication-factor --request-required-acks --request-timeout-ms --retry-backoff-ms
            --shift-by --socket-buffer-size --throttle --timeout --timeout-ms --to-datetime --to-offset --topic --topic-id
            --topics-to-move-json-file --transactional-id --user-principal --validate-regex --value-deserializer
            """.strip().split("\\s+"));

    private ToolOptions() {}

    /** Without a value some tools end in a trace, and others take the next option for it. */
    static void requireValues(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var option = words.get(i);
            var next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (WITH_VALUE.contains(option) && (i + 1 == words.size() || next.startsWith("--"))) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The option %s has no value: %s. Write '%s VALUE', or leave it out."
                                .formatted(option, next.isEmpty() ? "it is the last word" : next + " follows", option));
            }
        }
    }
}
