package dev.caudal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of Replicate's messages. */
final class ConformanceTest {

    private static ColumnMask mask(int columns, int... ordinals) {
        ColumnMask mask = new ColumnMask(columns);
        for (int ordinal : ordinals) {
            mask.add(ordinal - 1);
        }
        return mask;
    }

    @Test
    void masks_print_as_in_the_samples_of_replicate() {
        assertThat(ColumnMask.all(5)).hasToString("1F");
        assertThat(mask(5, 1)).hasToString("01");
        assertThat(mask(3, 2)).hasToString("02");
        assertThat(mask(16, 8, 16)).hasToString("008080");
        assertThat(ColumnMask.all(16)).hasToString("00FFFF");
        assertThat(ColumnMask.all(24)).hasToString("00FFFFFF");
        assertThat(mask(8, 1, 2, 4)).hasToString("000B");
    }

    @Test
    void a_printed_mask_reads_back() {
        ColumnMask mask = ColumnMask.parse("008080", 16);
        assertThat(mask.contains(7)).isTrue();
        assertThat(mask.contains(15)).isTrue();
        assertThat(mask.contains(0)).isFalse();
        assertThat(mask).hasToString("008080");
        assertThatThrownBy(() -> ColumnMask.parse("1F", 8)).hasMessageContaining("a table of 8 columns has 4");
    }

    @Test
    void a_change_sequence_has_sixteen_digits_of_time_and_nineteen_of_number() {
        long time = ChangeSequence.timeOf(Instant.parse("2020-05-20T19:32:27Z"));
        ChangeSequence second = ChangeSequence.START.next(time);
        assertThat(second.number()).isEqualTo(5);
        assertThat(second).hasToString("20200520193227000000000000000000005");
        assertThat(ChangeSequence.parse("20200520194057000000000000000000029").count())
                .isEqualTo(7);
    }

    @Test
    void a_change_sequence_never_falls_where_the_clock_does() {
        ChangeSequence first = ChangeSequence.START.next(ChangeSequence.timeOf(Instant.parse("2026-01-01T00:00:01Z")));
        ChangeSequence second = first.next(ChangeSequence.timeOf(Instant.parse("2026-01-01T00:00:00.5Z")));
        assertThat(second.time()).isEqualTo(first.time());
        assertThat(second.number()).isEqualTo(first.number() + 4);
        assertThat(second).isGreaterThan(first);
        assertThat(ChangeSequence.parse(second.toString())).isEqualTo(second);
    }

    @Test
    void a_row_of_the_load_has_empty_headers() {
        AtMessageWriter writer = new AtMessageWriter(MessageFormat.STANDARD);
        writer.begin();
        writer.out().raw("{\"ID\": 1}".getBytes(StandardCharsets.UTF_8));
        writer.refresh();
        assertThat(new String(writer.message(), StandardCharsets.UTF_8))
                .isEqualTo("{\"magic\": \"atMSG\", \"type\": \"DT\", \"headers\": null, \"messageSchemaId\": null,"
                        + " \"messageSchema\": null, \"message\": {\"data\": {\"ID\": 1}, \"beforeData\": null, \"headers\":"
                        + " {\"operation\": \"REFRESH\", \"changeSequence\": \"\", \"timestamp\": \"\", \"streamPosition\": \"\","
                        + " \"transactionId\": \"\", \"changeMask\": null, \"columnMask\": null,"
                        + " \"transactionEventCounter\": null, \"transactionLastEvent\": null}}}");
        AtMessage read = AtMessage.parse(writer.message());
        assertThat(read.changedColumns()).isEmpty();
        assertThat(read.headers().transactionEventCounter()).isNull();
    }

    @Test
    void a_bare_update_without_its_old_row_reads_back() {
        AtMessageWriter writer = new AtMessageWriter(new MessageFormat(false, false));
        writer.begin();
        writer.out().raw("{\"a\": 1, \"b\": 2, \"c\": 3}".getBytes(StandardCharsets.UTF_8));
        writer.change(Operation.UPDATE, ChangeSequence.START, "t".getBytes(StandardCharsets.UTF_8));
        writer.out().raw('p');
        writer.transaction(255, mask(3, 1, 3), ColumnMask.all(3), 4);
        writer.last(false);
        AtMessage message = AtMessage.parse(writer.message());
        assertThat(new String(writer.message(), StandardCharsets.UTF_8))
                .startsWith("{\"data\": {")
                .endsWith("false}}");
        assertThat(message.beforeData()).isNull();
        assertThat(message.changedColumns()).isEqualTo(List.of("a", "c"));
        assertThat(message.headers().transactionId()).isEqualTo("000000000000000000000000000000FF");
        assertThat(message.headers().transactionEventCounter()).isEqualTo(4);
        assertThat(message.headers().transactionLastEvent()).isFalse();
    }

    @Test
    void what_is_no_message_is_refused_with_the_reason() {
        assertThatThrownBy(() -> AtMessage.parse("x".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> AtMessage.parse("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("'data'");
        assertThatThrownBy(() ->
                        AtMessage.parse("{\"magic\": \"atMSG\", \"type\": \"MD\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("type 'MD'");
        assertThatThrownBy(() -> AtMessage.parse(
                        "{\"data\": {}, \"headers\": {\"operation\": \"UPSERT\"}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("UPSERT");
    }
}
