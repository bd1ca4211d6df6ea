package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Answers of the AWS SDK as the AWS command line prints them: names begin with capitals, what is absent is left out. */
final class AwsJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AwsJson() {}

    static ObjectNode of(SdkPojo answer) {
        var json = Json.MAPPER.createObjectNode();
        for (var field : answer.sdkFields()) {
            var value = field.getValueOrDefault(answer);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.set(field.memberName(), value(value));
            }
        }
        return json;
    }

    private static JsonNode value(Object value) {
        if (value instanceof SdkPojo pojo) {
            return of(pojo);
        }
        if (value instanceof Collection<?> all) {
            var array = Json.MAPPER.createArrayNode();
            all.forEach(each -> array.add(value(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.MAPPER.createObjectNode();
            map.forEach((key, each) -> object.set(String.valueOf(key), value(each)));
            return object;
        }
        return value instanceof Instant instant
                ? Json.MAPPER.valueToTree(TIME.format(instant))
                : Json.MAPPER.valueToTree(value);
    }
}
