package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent of large values, by load and log alike. */
abstract class LobsContract {

    private static final String ROW = "(1, REPEAT('é', 6), 'Bogotá', X'0102030405060708090A', '{\"a\": \"long\"}',"
            + " ST_GeomFromText('POINT(1 2)'), 'a name that is long')";

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "lobs");
        server().execute(
                        "CREATE TABLE lobs.t (id INT PRIMARY KEY, t LONGTEXT, l TEXT CHARACTER SET latin1, b BLOB, j JSON,"
                                + " g GEOMETRY, v VARCHAR(40))",
                        "INSERT INTO lobs.t VALUES " + ROW);
    }

    private SourceSettings settings(LobPolicy.Mode mode) {
        return SourceSettings.of(server(), "lobs.t").lobs(new LobPolicy(mode, 7));
    }

    @Test
    void values_above_the_limit_are_cut_between_characters_and_named() {
        String row = "{'id':1,'t':'ééé','l':'Bogotá','b':'01020304050607','j':'{\\'a\\': \\'','g':'01010000000000',"
                + "'v':'a name that is long'}";
        try (Capture capture = Capture.start(settings(LobPolicy.Mode.LIMITED))) {
            expect(capture, row, List.of("t", "b", "j", "g"));
            server().execute("DELETE FROM lobs.t", "INSERT INTO lobs.t VALUES " + ROW);
            expect(capture, row, List.of("t", "b", "j", "g"));
            expect(capture, row, List.of("t", "b", "j", "g"));
            server().execute("UPDATE lobs.t SET t = NULL, l = 'Bogotás', b = X'01', j = NULL, g = NULL");
            expect(
                    capture,
                    row.replaceFirst(
                            "'t'.*", "'t':null,'l':'Bogotá','b':'01','j':null,'g':null,'v':'a name that is long'}"),
                    List.of("l", "t", "b", "j", "g"));
        }
    }

    private static void expect(Capture capture, String row, List<String> truncated) {
        Message message = capture.take(1).get(0);
        assertThat(Capture.json(Capture.parse(message).data())).isEqualTo(row);
        assertThat(message.truncated()).isEqualTo(truncated);
    }

    @Test
    void large_columns_are_left_out_where_the_task_is_without_them() {
        String row = "{'id':1,'v':'a name that is long'}";
        try (Capture capture = Capture.start(settings(LobPolicy.Mode.NONE))) {
            assertThat(capture.rows(1)).containsExactly(row);
            server().execute("UPDATE lobs.t SET t = 'x'", "DELETE FROM lobs.t");
            assertThat(capture.changes(2)).containsExactly("UPDATE " + row, "DELETE " + row);
        }
    }

    @Test
    void columns_of_a_key_are_sent_whole() {
        server().execute(
                        "CREATE TABLE lobs.k (k TEXT, b BLOB, PRIMARY KEY (k(20), b(20)))",
                        "INSERT INTO lobs.k VALUES ('a long key', X'0102030405060708')");
        for (LobPolicy.Mode mode : LobPolicy.Mode.values()) {
            SourceSettings settings = SourceSettings.of(server(), "lobs.k").lobs(new LobPolicy(mode, 7));
            try (Capture capture = Capture.start(settings)) {
                assertThat(capture.rows(1)).containsExactly("{'k':'a long key','b':'0102030405060708'}");
            }
        }
    }
}
