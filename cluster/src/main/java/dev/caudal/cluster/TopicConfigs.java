package dev.caudal.cluster;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings of a topic as MSK has them in JSON: lines of names and values, in Base64. */
final class TopicConfigs {
    private static final String FIELD = "configs";

    private TopicConfigs() {}

    /** Those of a request; none where it has none. */
    static Map<String, String> read(Fields request) {
        var text = request.text(FIELD);
        if (text.isEmpty()) {
            return Map.of();
        }
        var lines = new Properties();
        try {
            lines.load(new StringReader(new String(Base64.getDecoder().decode(text.get()), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw ApiError.badRequest(
                    FIELD, "configs has to be lines of name=value in Base64: %s.".formatted(e.getMessage()));
        }
        var all = new TreeMap<String, String>();
        lines.forEach((name, value) -> all.put(name.toString(), value.toString()));
        return all;
    }

    static String write(Map<String, String> configs) {
        var lines = configs.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
        return Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    }
}
