package dev.caudal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client wants of a new consumer: a JSON object, whose values may all be text. */
final class CreateRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 10_000_000;

    private static final String OFFSET_RESET = "auto.offset.reset";
    private static final String AUTO_COMMIT = "auto.commit.enable";
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "format",
            OFFSET_RESET,
            AUTO_COMMIT,
            "enable.auto.commit",
            "fetch.min.bytes",
            "responseMinBytes",
            "consumer.request.timeout.ms",
            "requestWaitMs");

    private final Map<String, String> fields = new HashMap<>();

    private CreateRequest(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw RestError.badRequest("Unrecognized field: " + name);
            }
            if (!json.get(name).isNull()) {
                fields.put(name, json.get(name).asText());
            }
        });
    }

    static CreateRequest parse(Body body) throws IOException {
        if (body.length() == 0) {
            return new CreateRequest(JSON.createObjectNode());
        }
        try {
            var json = JSON.readTree(body.bytes(), 0, body.length());
            if (json.isNull()) {
                return new CreateRequest(JSON.createObjectNode());
            }
            if (!json.isObject()) {
                throw RestError.badRequest("The body is not the JSON object that is expected.");
            }
            return new CreateRequest(json);
        } catch (JsonProcessingException e) {
            throw RestError.badRequest(e.getOriginalMessage());
        }
    }

    Optional<String> name() {
        return text("name", "id").filter(name -> !name.isEmpty());
    }

    ConsumerSettings settings(ApiVersion version, Limits limits, Acknowledgement v1) {
        var format = text("format", "format").map(CreateRequest::format).orElse(Format.BINARY);
        long wait = number(
                limits.requestTimeout().toMillis(), Integer.MAX_VALUE, "consumer.request.timeout.ms", "requestWaitMs");
        return new ConsumerSettings(
                version,
                format.supported(),
                commit(version, v1),
                (int) number(limits.minBytes(), MOST_BYTES, "fetch.min.bytes", "responseMinBytes"),
                Duration.ofMillis(
                        Math.min(Math.max(0, wait), limits.requestTimeout().toMillis())),
                Map.of(OFFSET_RESET, offsetReset(version)));
    }

    private ConsumerSettings.Commit commit(ApiVersion version, Acknowledgement v1) {
        var given = text(AUTO_COMMIT, "enable.auto.commit");
        if (given.isPresent() && !List.of("true", "false").contains(given.get())) {
            throw invalid("Invalid value %s for configuration %s: Expected value to be either true or false"
                    .formatted(given.get(), AUTO_COMMIT));
        }
        if (given.map(Boolean::parseBoolean).orElse(version != ApiVersion.V1)) {
            return ConsumerSettings.Commit.AUTO;
        }
        return version == ApiVersion.V1 && v1 == Acknowledgement.NEXT_READ
                ? ConsumerSettings.Commit.NEXT_READ
                : ConsumerSettings.Commit.EXPLICIT;
    }

    private String offsetReset(ApiVersion version) {
        var given = text(OFFSET_RESET, OFFSET_RESET).orElse("latest");
        if (version == ApiVersion.V1) {
            given = given.equals("smallest") ? "earliest" : given.equals("largest") ? "latest" : given;
        }
        if (!List.of("earliest", "latest", "none").contains(given)) {
            throw invalid("Invalid value %s for configuration %s: it must be %s"
                    .formatted(
                            given,
                            OFFSET_RESET,
                            version == ApiVersion.V1 ? "smallest or largest" : "earliest, latest or none"));
        }
        return given;
    }

    private long number(long usual, long most, String name, String alias) {
        var given = text(name, alias);
        try {
            long number = given.map(Long::parseLong).orElse(usual);
            if (number >= -1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid("Invalid value %s for configuration %s: Not a number".formatted(given.orElse(""), name));
        }
        throw new RestError(
                ErrorCode.OUT_OF_BOUNDS,
                "Invalid consumer configuration. It does not abide by the constraints: %s must be from -1 to %d (was %s)"
                        .formatted(name, most, given.orElse("")));
    }

    private Optional<String> text(String name, String alias) {
        return Optional.ofNullable(fields.get(name)).or(() -> Optional.ofNullable(fields.get(alias)));
    }

    private static Format format(String word) {
        return Format.of(word).orElseThrow(() -> RestError.invalid("Invalid format type."));
    }

    private static RestError invalid(String message) {
        return new RestError(ErrorCode.INVALID_CONSUMER, "Invalid consumer configuration: " + message);
    }
}
