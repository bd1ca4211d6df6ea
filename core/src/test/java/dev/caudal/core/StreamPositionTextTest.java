package dev.caudal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTextTest {

    @Test
    void the_position_of_the_documents_insert_is_taken_apart() {
        var position = StreamPositionText.parse(
                "mysql-bin-changelog.004646:350:0:416:19954418057435:mysql-bin-changelog.004646:292");

        assertThat(position)
                .isEqualTo(new StreamPositionText(
                        "mysql-bin-changelog.004646",
                        350,
                        0,
                        416,
                        LogTransaction.parseId("000000000000000000001226000000DB"),
                        "mysql-bin-changelog.004646",
                        292));
        assertThat(position.transaction().fileNumber()).isEqualTo(4646);
        assertThat(position.transaction().offset()).isEqualTo(219);
    }

    @Test
    void the_position_and_the_transaction_of_the_documents_delete_agree() {
        var position = StreamPositionText.parse(
                "mysql-bin-changelog.004648:729:0:795:19963007992027:mysql-bin-changelog.004648:671");

        assertThat(position.transaction()).isEqualTo(LogTransaction.parseId("000000000000000000001228000000DB"));
    }

    @Test
    void an_offset_above_two_gigabytes_stays_positive() {
        var transaction = LogTransaction.parseId("00000000000000000000000FFFFFFFFE");
        assertThat(transaction.fileNumber()).isEqualTo(15);
        assertThat(transaction.offset()).isEqualTo(4_294_967_294L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:1:2:3:4:b", "a:1:2:3:4:b:c", "a:-1:0:3:4:b:5", "0000:1:2", "a:1:2:3:4:b:5:6"})
    void another_form_is_refused(String text) {
        assertThatThrownBy(() -> StreamPositionText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no position in a MySQL log");
    }

    @ParameterizedTest
    @CsvSource({"DB", "000000010000000000001226000000DB", "000000000000000000001226000000ZZ"})
    void a_transaction_of_another_form_is_refused(String digits) {
        assertThatThrownBy(() -> LogTransaction.parseId(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(digits);
    }
}
