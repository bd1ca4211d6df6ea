package dev.caudal.replicate;

import dev.caudal.mysql.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * The task's memory in the offsets topic, as Connect reads it. Beside the positions it holds the session: a number that
 * each start of a task writes before anything else, so that a task sees whether Connect reads where the task writes, and
 * whether another instance has taken over.
 */
final class Positions {

    static final Map<String, String> SESSION = Map.of("task", "session");

    private static final String TOKEN = "token";
    private static final String TOPIC_ID = "topicId";

    private final ReplicationConfig config;
    private final OffsetStorageReader reader;
    private final Uuid topicId;

    Positions(ReplicationConfig config, OffsetStorageReader reader, Uuid topicId) {
        this.config = config;
        this.reader = reader;
        this.topicId = topicId;
    }

    /** A position as it is written: with the number of the topic it belongs to. */
    Map<String, Object> stamped(Map<String, Object> offset) {
        Map<String, Object> stamped = new HashMap<>(offset);
        stamped.put(TOPIC_ID, topicId.toString());
        return stamped;
    }

    /** The record of a session. */
    Map<String, Object> session(String token) {
        return stamped(Map.of(TOKEN, token));
    }

    /** The token of the newest session, or an empty text. */
    String token() {
        Map<String, Object> session = stored(List.of(SESSION)).get(SESSION);
        return session == null ? "" : String.valueOf(session.get(TOKEN));
    }

    /** Everything the task remembers. */
    TaskState read() {
        List<Map<String, String>> partitions = new ArrayList<>();
        partitions.add(TaskState.logPartition());
        config.source().tables().forEach(table -> partitions.add(TaskState.tablePartition(table)));
        Map<Map<String, String>, Map<String, Object>> known = new HashMap<>();
        stored(partitions).forEach((partition, offset) -> {
            if (offset != null) {
                requireOwnTopic(partition, offset);
                known.put(partition, offset);
            }
        });
        return TaskState.of(known);
    }

    /** Connect reads in the target cluster, and fails by exceptions of its own whatever the reason. */
    private Map<Map<String, String>, Map<String, Object>> stored(List<Map<String, String>> partitions) {
        try {
            return reader.offsets(partitions);
        } catch (ConnectException e) {
            throw new KafkaException("Connect cannot read the positions in " + config.offsetsTopic() + ".", e);
        }
    }

    private void requireOwnTopic(Map<String, String> partition, Map<String, Object> offset) {
        Object written = offset.get(TOPIC_ID);
        if (written != null && !written.equals(topicId.toString())) {
            throw new ConnectException(
                    "The position " + partition + " was written to another topic (" + written + ") than "
                            + config.offsetsTopic() + " of the target cluster is now (" + topicId
                            + "). The topic was made anew or the target is another cluster; going on would lose or repeat changes. Stop the"
                            + " task and set its offsets by hand, without 'topicId': of each table {\"load\": <its load number>} to"
                            + " load it again, or the position to go on from.");
        }
    }
}
