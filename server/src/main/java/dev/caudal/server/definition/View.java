package dev.caudal.server.definition;

import java.util.List;
import java.util.Optional;

/** What is defined at one moment. */
public interface View {
    /**
     * Finds a definition.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name
     * @return empty when there is none
     */
    <T> Optional<Definition<T>> find(Kind<T> kind, String name);

    /**
     * All definitions of a kind.
     *
     * @param <T> its values
     * @param kind the kind
     * @return by name
     */
    <T> List<Definition<T>> all(Kind<T> kind);

    /**
     * Whether there is a definition.
     *
     * @param id kind and name
     * @return true when there is
     */
    boolean has(DefinitionId id);

    /**
     * The definitions that name another one.
     *
     * @param id the other one
     * @return by kind and name
     */
    List<DefinitionId> usersOf(DefinitionId id);

    /**
     * Finds a definition that has to be there.
     *
     * @param <T> its kind's values
     * @param kind its kind
     * @param name its name
     * @return the definition
     * @throws Refusal when there is none
     */
    default <T> Definition<T> require(Kind<T> kind, String name) {
        return find(kind, name)
                .orElseThrow(() -> Refusal.of(
                        kind.missing(),
                        "There is no %s '%s'.".formatted(kind.word(), name),
                        "List those that there are, or create it."));
    }
}
