package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.core.ChangeSequence;
import dev.caudal.core.Message;
import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages from bytes of a log, among them both that the source document prints. */
final class DocumentTest {

    private static final TableId CITY = new TableId("world", "city");
    private static final Instant TIME = Instant.parse("2020-05-20T19:40:57Z");

    @Test
    void the_documents_insert_comes_out_byte_for_byte() throws Exception {
        LogBytes log = new LogBytes("mysql-bin-changelog.004646", 154, Instant.parse("2020-05-20T19:32:27Z"))
                .anonymousGtid()
                .begin(26)
                .mapCity()
                .city(LogEvent.WRITE_ROWS, 4097, "Jombang", "IDN", "East Java", 92600)
                .xid();
        assertThat(texts(read(log, "mysql-bin-changelog.004646", 154, 0)))
                .containsExactly(golden("document-insert.json"));
    }

    @Test
    void the_documents_delete_comes_out_byte_for_byte() throws Exception {
        LogBytes log = new LogBytes("mysql-bin-changelog.004648", 154, TIME)
                .anonymousGtid()
                .begin(26);
        String[] names = names(671 - 292 - 3 * 58);
        for (int index = 0; index < 3; index++) {
            log.mapCity().city(LogEvent.DELETE_ROWS, 1014 + index, names[index], "IDN", "East Java", 92600);
        }
        log.mapCity()
                .city(LogEvent.DELETE_ROWS, 1017, "Jombang", "IDN", "East Java", 92600)
                .xid();
        assertThat(texts(read(log, "mysql-bin-changelog.004648", 154, 3)).get(3))
                .isEqualTo(golden("document-delete.json"));
    }

    /** Three names that make three rows events exactly so long. */
    private static String[] names(int bytes) {
        int fixed = 3 * (66 - "Jombang".length());
        int letters = bytes - fixed;
        return new String[] {"n".repeat(letters / 3), "n".repeat(letters / 3), "n".repeat(letters - 2 * (letters / 3))};
    }

    @Test
    void positions_go_on_behind_four_gibibytes() throws Exception {
        long start = (1L << 32) - 200;
        LogBytes log = new LogBytes("b.000007", start, TIME)
                .begin(0)
                .mapCity()
                .city(LogEvent.WRITE_ROWS, 1, "Kabul", "AFG", "Kabol", 1)
                .mapCity()
                .city(LogEvent.WRITE_ROWS, 2, "Herat", "AFG", "Herat", 1)
                .xid();
        List<Message> messages = read(log, "b.000007", start, 0);
        long end = log.position() - LogEvent.HEADER - 8 - 4;
        assertThat(end).isGreaterThan(1L << 32);
        assertThat(Capture.parse(messages.get(1)).headers().streamPosition()).contains(":0:" + end + ":");
    }

    @Test
    void a_torn_transaction_of_a_crashed_server_leaves_nothing() throws Exception {
        LogBytes log = new LogBytes("b.000007", 154, TIME)
                .begin(0)
                .mapCity()
                .city(LogEvent.WRITE_ROWS, 1, "Kabul", "AFG", "Kabol", 1)
                .next("b.000008")
                .begin(0)
                .mapCity()
                .city(LogEvent.WRITE_ROWS, 2, "Herat", "AFG", "Herat", 1)
                .xid();
        List<Message> messages = read(log, "b.000007", 154, 0);
        assertThat(messages).hasSize(1);
        assertThat(Capture.parse(messages.get(0)).headers().streamPosition()).startsWith("b.000008:");
        assertThat(Capture.parse(messages.get(0)).headers().changeSequence()).endsWith("5");
    }

    @Test
    void a_transaction_that_the_log_ends_with_rollback_leaves_nothing() throws Exception {
        LogBytes log = new LogBytes("b.000007", 154, TIME);
        for (String end : List.of("ROLLBACK", "COMMIT")) {
            log.begin(0)
                    .mapCity()
                    .city(LogEvent.WRITE_ROWS, end.length(), "Kabul", "AFG", "Kabol", 1)
                    .statement(end);
        }
        List<Message> messages = read(log, "b.000007", 154, 0);
        assertThat(messages).hasSize(1);
        assertThat(Capture.parse(messages.get(0)).data().get("ID").asInt()).isEqualTo(6);
        assertThat(Capture.parse(messages.get(0)).headers().changeSequence()).endsWith("5");
    }

    @Test
    void a_wrong_checksum_is_noticed() {
        byte[] bytes = new LogBytes("b.000007", 154, TIME).begin(0).bytes();
        bytes[bytes.length - 6]++;
        assertThatThrownBy(() -> read(new java.io.ByteArrayInputStream(bytes), "b.000007", 154, 0))
                .hasMessageContaining("checksum");
    }

    private static List<Message> read(LogBytes log, String file, long position, long sent) throws Exception {
        return read(log.stream(), file, position, sent);
    }

    private static List<Message> read(InputStream log, String file, long position, long sent) throws Exception {
        var address = new SourceConfig.Address("localhost", 1, "", "", TlsMode.DISABLED, "");
        var config = new SourceConfig(
                address,
                List.of(CITY),
                false,
                true,
                1,
                Duration.ofMinutes(1),
                1,
                MessageFormat.STANDARD,
                true,
                100,
                1 << 20,
                Map.of(),
                SourcePolicies.STANDARD);
        BatchQueue queue = new BatchQueue(1 << 20);
        TaskState state = TaskState.of(Map.of());
        Outlet out = new Outlet(queue, state);
        out.send(new Batch(new Progress.LoadStarted(CITY, TableLoad.NOT_WANTED)));
        CapturedTables captured = new CapturedTables(config.tables(), state, (type, text) -> {});
        LogPosition from = LogPosition.between(new BinlogCoordinate(file, position), new ChangeSequence(0, sent));
        LogDialect dialect = new LogDialect(false, NameCase.EXACT, Map.of());
        LoadJudge judge = new LoadJudge(config.tables(), state);
        StructureHistory history =
                new StructureHistory(config.tables(), state, judge, dialect, from.start(), new City());
        LogTables tables = new LogTables(
                captured,
                config::shape,
                dialect,
                table -> {
                    throw new AssertionError(table);
                },
                history);
        LogReader reader = new LogReader(
                config, out, tables, captured, judge, LogStart.at(from), Optional.empty(), Duration.ofDays(1));
        assertThatThrownBy(() -> reader.read(log)).isInstanceOf(EOFException.class);
        List<Message> messages = new ArrayList<>();
        for (Optional<Batch> next = queue.poll(Duration.ZERO); next.isPresent(); next = queue.poll(Duration.ZERO)) {
            messages.addAll(next.get().messages());
        }
        return messages;
    }

    private static final class City implements StructureHistory.Present {

        @Override
        public TableDefinition definition(TableId table, BinlogCoordinate place, NameCase names) {
            return TableDefinition.parse("(`ID` int, `Name` char charset utf8mb4, `CountryCode` char charset utf8mb4,"
                    + " `District` char charset utf8mb4, `Population` int, primary key (`ID`))");
        }

        @Override
        public Optional<String> schemaCharset(String schema, BinlogCoordinate place) {
            return Optional.empty();
        }
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Capture::text).toList();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DocumentTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
