package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtMsgExplainTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UPDATE = """
            {"data": {"ID": 1, "Name": "Lima", "Population": 12.50}, "beforeData": {"ID": 1, "Name": "Limá", "Population": 12.50}, \
            "headers": {"operation": "UPDATE", "changeSequence": "20200520194057420000000000000000033", \
            "timestamp": "2020-05-20T19:40:57.420", "streamPosition": "a.000001:7:1:9:4294967300:a.000001:5", \
            "transactionId": "00000000000000000000000100000004", "changeMask": "02", "columnMask": "03", \
            "transactionEventCounter": 2, "transactionLastEvent": false}}""";
    private static final String REFRESH = """
            {"data": {"ID": 1}, "beforeData": null, "headers": {"operation": "REFRESH", "changeSequence": "", "timestamp": "", \
            "streamPosition": "", "transactionId": "", "changeMask": null, "columnMask": null, \
            "transactionEventCounter": null, "transactionLastEvent": null}}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_insert_of_the_document_is_explained() throws IOException {
        assertThat(explain(document("document-5.6.json"))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        INSERT: a new row, 2020-05-20T19:32:27.000 UTC

                          COLUMN       VALUE
                          ID           4097
                          Name         "Jombang"
                          CountryCode  "IDN"
                          District     "East Java"
                          Population   92600

                          Changed          all columns (mask 1F)
                          Present          all columns (mask 1F)
                          Change sequence  20200520193227000000000000000000005
                                           time 2020-05-20T19:32:27.00Z, number 5
                          Stream position  mysql-bin-changelog.004646:350:0:416:19954418057435:mysql-bin-changelog.004646:292
                                           log file mysql-bin-changelog.004646
                                           rows event from 350 to 416, row 0 in it (from 0)
                                           transaction begins in log file number 4646 at 219
                                           table map event at 292
                          Transaction      000000000000000000001226000000DB
                                           begins in log file number 4646 at 219
                          Event            number 1 of its transaction, the last

                        """);
    }

    @Test
    void the_delete_of_the_document_is_explained_as_its_node_client_prints_it() throws IOException {
        assertThat(explain(document("document-6.4.txt"))).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("DELETE: a row that is gone, 2020-05-20T19:40:57.000 UTC")
                .containsPattern("ID +1017")
                .contains("Changed          ID: of a deleted row, the primary key (mask 01)")
                .contains("time 2020-05-20T19:40:57.00Z, number 29")
                .contains("rows event from 729 to 795, row 0")
                .contains("log file number 4648 at 219")
                .contains("Event            number 4 of its transaction, the last");
    }

    @Test
    void an_update_shows_old_and_new_values_with_the_changed_column_marked() throws IOException {
        assertThat(explain(UPDATE)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .containsPattern("COLUMN +OLD +NEW")
                .containsPattern("Name +\"Limá\" +\"Lima\" +changed")
                .containsPattern("Population +12.50 +12.50 +not sent by the source")
                .contains("Changed          Name (mask 02)")
                .contains("Present          ID, Name (mask 03)")
                .contains("number 2 of its transaction, more follow");
    }

    @Test
    void the_same_comes_as_one_line_of_json_per_message() throws IOException {
        assertThat(explain(UPDATE + "\n" + REFRESH + "\n", "-o", "json")).isEqualTo(ExitCode.OK);
        var lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode update = JSON.readTree(lines.get(0));
        assertThat(update.at("/columns/1").toString())
                .isEqualTo("{\"name\":\"Name\",\"old\":\"Limá\",\"new\":\"Lima\",\"changed\":true,\"present\":true}");
        assertThat(update.at("/changeSequence/number").asLong()).isEqualTo(33);
        assertThat(update.at("/streamPosition/transaction/offset").asLong()).isEqualTo(4);
        assertThat(update.at("/streamPosition/row").asLong()).isEqualTo(1);
        assertThat(update.at("/transactionId/fileNumber").asLong()).isEqualTo(1);
        assertThat(JSON.readTree(lines.get(1)).fieldNames()).toIterable().containsExactly("operation", "columns");
    }

    @Test
    void every_format_of_topic_consume_can_be_read() throws IOException {
        var record = JSON.createObjectNode().put("topic", "world.city").put("value", UPDATE);
        record.putArray("headers")
                .add(JSON.createObjectNode().put("schema", "world"))
                .add(JSON.createObjectNode().put("table", "city"));

        assertThat(explain(UPDATE + "\n4097\t" + UPDATE + "\nLima\t" + UPDATE + "\nnull\t" + UPDATE + "\n" + record
                        + "\n"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().filter(line -> line.startsWith("UPDATE: a row with other values")))
                .hasSize(5)
                .last()
                .asString()
                .contains("world.city");
    }

    @Test
    void a_position_of_another_database_is_shown_as_it_is() throws IOException {
        assertThat(explain(UPDATE.replace("a.000001:7:1:9:4294967300:a.000001:5", "0000006f:0001:0003")))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("'0000006f:0001:0003' is no position in a MySQL log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\": | Message 1 of %s is not JSON: ",
                "{\"a\": 1} | Message 1 of %s is no atMSG message. The message has no 'data' and 'headers'",
                "hello | Message 1 of %s is not JSON: ",
                "{\"magic\": \"x\", \"type\": \"DT\"} | The envelope says magic 'x'",
                "4097 | Message 1 of %s is no atMSG message",
                "[] | There is no message in %s",
                "`` | There is no message in %s"
            })
    void bad_input_ends_with_code_1_and_one_sentence(String text, String sentence) throws IOException {
        assertThat(explain(text)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .startsWith("caudal: ")
                .contains(sentence.formatted(folder.resolve("messages")))
                .hasLineCount(1);
    }

    @Test
    void a_mask_that_does_not_fit_the_columns_is_bad_input() throws IOException {
        assertThat(explain(UPDATE.replace("\"columnMask\": \"03\"", "\"columnMask\": \"0003\"")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("The mask 0003 has 4 digits").hasLineCount(1);
    }

    @Test
    void messages_before_the_bad_one_are_explained() throws IOException {
        assertThat(explain(UPDATE + "\n{\"a\": 1}")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("UPDATE");
        assertThat(err.toString()).contains("Message 2 of ");
    }

    @Test
    void a_file_that_is_not_there_ends_with_code_2() {
        assertThat(run("atmsg", "explain", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no such readable file").hasLineCount(1);
    }

    private int explain(String text, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("messages"), text).toString();
        var arguments = new String[options.length + 3];
        arguments[0] = "atmsg";
        arguments[1] = "explain";
        arguments[2] = file;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Caudal.run(terminal, arguments);
    }

    private static String document(String name) throws IOException {
        try (var in = Objects.requireNonNull(AtMsgExplainTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
