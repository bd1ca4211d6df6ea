package dev.caudal.mysql;

import dev.caudal.core.Destination;
import java.util.Optional;

/** Whether a table's rows can go where expressions send them. */
@FunctionalInterface
public interface Destinations {

    /** Where nothing is known of the target, as for a preview. */
    Destinations ANY = destination -> Optional.empty();

    /**
     * Why rows cannot go there. Asked for each row by the threads that read, so quickly but for the first row of a topic;
     * what is thrown ends the reading, as the cause of a {@link SourceException}.
     *
     * @param destination of a row of the table
     * @return a sentence; empty if they can
     */
    Optional<String> refusal(Destination destination);
}
