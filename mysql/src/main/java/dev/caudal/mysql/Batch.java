package dev.caudal.mysql;

import dev.caudal.core.Message;
import java.util.List;

/** Messages that are delivered together, with what is then true. Immutable. */
public final class Batch {

    private final List<Message> messages;
    private final List<Progress> progress;
    private final long bytes;

    Batch(List<Message> messages, List<Progress> progress) {
        this.messages = List.copyOf(messages);
        this.progress = List.copyOf(progress);
        this.bytes = messages.stream().mapToLong(Message::size).sum();
    }

    /** The messages in the order in which they are sent; may be empty. */
    public List<Message> messages() {
        return messages;
    }

    /** About how many bytes the messages take. */
    public long bytes() {
        return bytes;
    }

    List<Progress> progress() {
        return progress;
    }
}
