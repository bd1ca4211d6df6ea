package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a table flows: its rows, then its changes. */
abstract class FlowContract {

    private static final String CITY = "CREATE TABLE flow.city (ID INT NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " Name CHAR(35) NOT NULL DEFAULT '', CountryCode CHAR(3) NOT NULL DEFAULT '',"
            + " District CHAR(20) NOT NULL DEFAULT '', Population INT NOT NULL DEFAULT 0)";

    abstract TestDatabase server();

    @BeforeEach
    void createCities() {
        Servers.create(server(), "flow");
        server().execute(
                        CITY,
                        "INSERT INTO flow.city VALUES (1,'Kabul','AFG','Kabol',1780000),(2,'Qandahar','AFG','Qandahar',237500)");
    }

    @Test
    void a_loaded_row_is_a_refresh_message() {
        try (Capture capture = Capture.start(SourceSettings.of(server(), "flow.city"))) {
            Message kabul = capture.take(1).get(0);

            assertThat(kabul.operation()).isEqualTo(Operation.REFRESH);
            assertThat(kabul.load()).isEqualTo(1);
            assertThat(kabul.rowKey()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
            assertThat(kabul.table()).hasToString("flow.city");
            assertThat(Capture.text(kabul))
                    .isEqualTo(
                            "{\"magic\": \"atMSG\", \"type\": \"DT\", \"headers\": null, \"messageSchemaId\": null,"
                                    + " \"messageSchema\": null, \"message\": {\"data\": {\"ID\": 1, \"Name\": \"Kabul\","
                                    + " \"CountryCode\": \"AFG\", \"District\": \"Kabol\", \"Population\": 1780000},"
                                    + " \"beforeData\": null, \"headers\": {\"operation\": \"REFRESH\", \"changeSequence\": \"\","
                                    + " \"timestamp\": \"\", \"streamPosition\": \"\", \"transactionId\": \"\", \"changeMask\": null,"
                                    + " \"columnMask\": null, \"transactionEventCounter\": null, \"transactionLastEvent\": null}}}");
        }
    }

    @Test
    void thousands_of_rows_are_loaded_once_each() {
        server().execute(
                        "INSERT INTO flow.city (Name, Population) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                + " FROM n WHERE i < 900) SELECT CONCAT('City ', a.i), b.i FROM n a JOIN n b ON b.i <= 50");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "flow.city"))) {
            assertThat(capture.messages(45_002).stream()
                            .map(message -> message.data().get("ID").asInt()))
                    .doesNotHaveDuplicates();
            server().execute("DELETE FROM flow.city WHERE ID = 1");
            assertThat(capture.message().headers().operation()).isEqualTo(Operation.DELETE);
        }
    }

    @Test
    void changes_follow_the_load_field_for_field() {
        try (Capture capture = Capture.start(SourceSettings.of(server(), "flow.city"))) {
            capture.take(2);
            server().execute(
                            "INSERT INTO flow.city VALUES (4080,'Cibinong','IDN','West Java',101300)",
                            "UPDATE flow.city SET Population = 101301 WHERE ID = 4080",
                            "DELETE FROM flow.city WHERE ID = 4080");
            AtMessage insert = capture.message();
            AtMessage update = capture.message();
            AtMessage delete = capture.message();

            assertThat(insert.data())
                    .hasToString("{\"ID\":4080,\"Name\":\"Cibinong\",\"CountryCode\":\"IDN\","
                            + "\"District\":\"West Java\",\"Population\":101300}");
            assertThat(insert.beforeData()).isNull();
            expectHeaders(insert, Operation.INSERT, "1F", 1);
            assertThat(update.data().get("Population").asInt()).isEqualTo(101301);
            assertThat(Objects.requireNonNull(update.beforeData())).isEqualTo(insert.data());
            assertThat(update.changedColumns()).containsExactly("Population");
            expectHeaders(update, Operation.UPDATE, "10", 2);
            assertThat(delete.data()).isEqualTo(update.data());
            assertThat(delete.beforeData()).isNull();
            expectHeaders(delete, Operation.DELETE, "01", 3);
        }
    }

    private static void expectHeaders(AtMessage message, Operation operation, String changeMask, int count) {
        AtMessage.Headers headers = message.headers();
        assertThat(headers.operation()).isEqualTo(operation);
        assertThat(ChangeSequence.parse(headers.changeSequence()).count()).isEqualTo(count);
        assertThat(headers.timestamp()).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000");
        assertThat(headers.changeSequence().substring(0, 16))
                .isEqualTo(headers.timestamp().replaceAll("[-T:]|\\.000", "") + "00");
        assertThat(headers.changeMask()).isEqualTo(changeMask);
        assertThat(headers.columnMask()).isEqualTo("1F");
        assertThat(headers.transactionEventCounter()).isEqualTo(1);
        assertThat(headers.transactionLastEvent()).isTrue();
    }

    @Test
    void positions_are_those_of_the_server() {
        try (Capture capture = Capture.start(SourceSettings.of(server(), "flow.city"))) {
            capture.take(2);
            server().execute(
                            "INSERT INTO flow.city VALUES (3,'Herat','AFG','Herat',186800),(4,'Mazar','AFG','Balkh',127800)");
            List<AtMessage> rows = capture.messages(2);

            LogListing log = LogListing.last(server());
            LogListing.Event write = log.last("Write_rows");
            LogListing.Event map = log.last("Table_map");
            LogListing.Event begin = log.begin();
            long transaction = (BinlogCoordinate.fileNumber(log.file()) << 32) + begin.start();
            for (int row = 0; row < 2; row++) {
                AtMessage.Headers headers = rows.get(row).headers();
                assertThat(headers.streamPosition())
                        .isEqualTo("%s:%d:%d:%d:%d:%s:%d"
                                .formatted(
                                        log.file(),
                                        write.start(),
                                        row,
                                        write.end(),
                                        transaction,
                                        log.file(),
                                        map.start()));
                assertThat(headers.transactionId()).isEqualTo("%032X".formatted(transaction));
                assertThat(headers.transactionEventCounter()).isEqualTo(row + 1);
                assertThat(headers.transactionLastEvent()).isEqualTo(row == 1);
            }
        }
    }

    @Test
    void a_stopped_task_goes_on_where_it_was() {
        try (Capture capture = Capture.start(SourceSettings.of(server(), "flow.city"))) {
            capture.take(2);
            server().execute("INSERT INTO flow.city VALUES (3,'Herat','AFG','Herat',186800)");
            capture.take(1);
            capture.stop();
            server().execute("UPDATE flow.city SET Name = 'Ghazni' WHERE ID = 3", "DELETE FROM flow.city WHERE ID = 1");
            capture.resume();

            List<AtMessage> rest = capture.messages(2);
            assertThat(rest.get(0).data().get("Name").asText()).isEqualTo("Ghazni");
            assertThat(rest.stream()
                            .map(message -> ChangeSequence.parse(
                                            message.headers().changeSequence())
                                    .count()))
                    .containsExactly(2L, 3L);
            capture.expectNothing();
        }
    }
}
