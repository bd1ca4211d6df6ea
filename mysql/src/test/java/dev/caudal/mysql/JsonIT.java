package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MySQL's JSON, whose binary form in the log must become the text that the server prints. */
final class JsonIT {

    private static final int ROWS = 300;

    @Test
    void random_documents_read_the_same_from_the_load_and_from_the_log() throws SQLException {
        Random random = Seeds.random("random documents");
        TestDatabase server = Servers.mySql();
        Servers.create(server, "documents");
        server.execute("CREATE TABLE documents.t (id INT PRIMARY KEY, v JSON)");
        try (var connection = server.connection();
                var insert = connection.prepareStatement("INSERT INTO documents.t VALUES (?, ?)")) {
            for (int id = 0; id < ROWS; id++) {
                insert.setInt(1, id);
                insert.setString(2, document(random, 0));
                insert.executeUpdate();
            }
        }
        try (Capture capture = Capture.start(SourceSettings.of(server, "documents.t"))) {
            Map<String, String> loaded = rows(capture.take(ROWS));
            server.execute("DELETE FROM documents.t");
            Map<String, String> logged = rows(capture.take(ROWS));
            assertThat(logged).isEqualTo(loaded);
        }
    }

    @Test
    void a_partial_update_stops_the_task_by_name() {
        TestDatabase server = Servers.mySql();
        Servers.create(server, "parts");
        server.execute(
                "CREATE TABLE parts.t (id INT PRIMARY KEY, v JSON)",
                "INSERT INTO parts.t VALUES (1, '{\"a\": \"bc\"}')");
        try (Capture capture = Capture.start(SourceSettings.of(server, "parts.t"))) {
            capture.take(1);
            server.execute(
                    "SET binlog_row_value_options = PARTIAL_JSON", "UPDATE parts.t SET v = JSON_SET(v, '$.a', 'b')");
            assertThat(capture.failure()).hasMessageContaining("SET GLOBAL binlog_row_value_options = ''");
        }
    }

    private static String document(Random random, int depth) {
        int kind = random.nextInt(depth > 4 ? 6 : 8);
        return switch (kind) {
            case 0 -> List.of("null", "true", "false").get(random.nextInt(3));
            case 1 -> String.valueOf(random.nextLong() >> random.nextInt(64));
            case 2 -> new BigInteger(64, random).toString();
            case 3 -> number(Double.longBitsToDouble(random.nextLong()));
            case 4 ->
                number(new BigDecimal(random.nextInt(2_000_000) - 1_000_000)
                        .scaleByPowerOfTen(random.nextInt(40) - 30)
                        .doubleValue());
            case 5 -> text(random);
            case 6 -> members(random, depth).collect(Collectors.joining(", ", "[", "]"));
            default ->
                members(random, depth)
                        .map(member -> text(random) + ": " + member)
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static java.util.stream.Stream<String> members(Random random, int depth) {
        int most = depth == 0 && random.nextInt(20) == 0 ? 20_000 : 6;
        return IntStream.range(0, random.nextInt(most)).mapToObj(index -> document(random, depth + (most > 6 ? 9 : 1)));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "0.0";
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int left = random.nextInt(random.nextInt(10) == 0 ? 300 : 8); left > 0; left--) {
            int code = random.nextInt(random.nextBoolean() ? 128 : 0xd800);
            text.append(
                    random.nextInt(5) == 0 || code < 32 || code == '"' || code == '\\'
                            ? "\\u%04x".formatted(code)
                            : Character.toString(code));
        }
        return text.append('"').toString();
    }

    private static Map<String, String> rows(List<Message> messages) {
        Map<String, String> rows = new HashMap<>();
        for (Message message : new ArrayList<>(messages)) {
            String text = Capture.text(message);
            rows.put(
                    Capture.parse(message).data().get("id").asText(),
                    text.substring(text.indexOf("\"data\": "), text.indexOf(", \"beforeData\"")));
        }
        return rows;
    }
}
