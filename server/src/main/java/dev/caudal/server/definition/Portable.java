package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How definitions of a kind stand in a file of several.
 *
 * @param <T> the kind's values
 */
public interface Portable<T> {
    /**
     * The member of the file in which they are a list.
     *
     * @return for example {@code endpoints}
     */
    String member();

    /**
     * Their kind.
     *
     * @return the only one of its word
     */
    Kind<T> kind();

    /**
     * Reads one.
     *
     * @param body an element of the list
     * @param there what is defined already
     * @return it shall be as the body says, whatever is there
     * @throws Refusal naming the field that is wrong
     */
    Change<T> change(JsonNode body, View there);

    /**
     * What one looks like.
     *
     * @return a JSON schema, draft 2020-12, of an element of the list
     */
    ObjectNode schema();
}
