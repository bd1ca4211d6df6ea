package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A kind of definition: how its values are kept, shown and checked. There is one object for each kind.
 *
 * @param <T> its values, which do not change
 */
public interface Kind<T> {
    /**
     * Its word in keys, addresses and sentences.
     *
     * @return small letters
     */
    String word();

    /**
     * That there is none of a name.
     *
     * @return the problem's code
     */
    ProblemCode missing();

    /**
     * Reads what {@link #write} wrote.
     *
     * @param name the definition's name
     * @param body what was kept
     * @return the value
     * @throws IllegalArgumentException when it is something else
     */
    T read(String name, JsonNode body);

    /**
     * A value as it is kept, secrets encrypted.
     *
     * @param value the value
     * @return without its name
     */
    ObjectNode write(T value);

    /**
     * A value as it may be shown to anybody, without a secret.
     *
     * @param value the value
     * @return without its name
     */
    ObjectNode show(T value);

    /**
     * The definitions that a value cannot be without.
     *
     * @param value the value
     * @return each with the field that names it
     */
    default List<Use> uses(T value) {
        return List.of();
    }

    /**
     * Refuses a value that does not fit what is there.
     *
     * @param definition what would be saved
     * @param before what was there
     * @param after what would be there, with all that is saved together
     * @throws Refusal naming the field
     */
    default void check(Definition<T> definition, View before, View after) {}

    /**
     * A definition that another one names.
     *
     * @param field the field of the other one
     * @param id what it names
     */
    record Use(String field, DefinitionId id) {}
}
