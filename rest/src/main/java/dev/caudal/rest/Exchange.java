package dev.caudal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a request and its answer speak: settled once, before a resource is chosen.
 *
 * @param version the version of the API
 * @param bodyType the media type of the request's body; empty where it names none
 * @param answerType the media type of the answer; empty where any will do
 */
record Exchange(ApiVersion version, Optional<String> bodyType, Optional<String> answerType) {
    private static final String PROPERTY = Exchange.class.getName();

    /** That of the request at hand. */
    static Exchange of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Exchange exchange
                ? exchange
                : new Exchange(ApiVersion.V2, Optional.empty(), Optional.empty());
    }

    void attach(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** How keys and values stand in the body; binary unless the media type says else. */
    Format bodyFormat() {
        return bodyType.flatMap(this::format).orElse(Format.BINARY);
    }

    /** How keys and values shall stand in the answer; empty where the client leaves it open. */
    Optional<Format> answerFormat() {
        return answerType.flatMap(this::format);
    }

    /** The media type of an answer without records. */
    String answer() {
        return answerType.orElse(version.type());
    }

    /** This exchange once it is known how the records of the answer stand in it. */
    Exchange answering(Format format) {
        return new Exchange(version, bodyType, Optional.of(answerType.orElse(version.type(format))));
    }

    private Optional<Format> format(String type) {
        return Arrays.stream(Format.values())
                .filter(format -> type.equals(version.type(format)))
                .findFirst();
    }
}
