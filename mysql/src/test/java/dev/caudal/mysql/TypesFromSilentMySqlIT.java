package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same where the log does not name columns. */
@Tag(Tags.LONG)
final class TypesFromSilentMySqlIT extends TypesContract {

    @Override
    TestDatabase server() {
        return Servers.silentMySql();
    }

    @Override
    @Test
    void text_of_every_character_set_reads_the_same_from_the_load_and_from_the_log() {
        assertThatThrownBy(super::text_of_every_character_set_reads_the_same_from_the_load_and_from_the_log)
                .hasMessageContaining("A label of the column charsets.t.")
                .hasMessageContaining("SET GLOBAL binlog_row_metadata = FULL");
    }
}
