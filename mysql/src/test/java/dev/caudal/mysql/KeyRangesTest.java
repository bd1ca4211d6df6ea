package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.mysql.LoadedRanges.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRangesTest {
    private static final Gap ALL = new Gap(Long.MIN_VALUE, Long.MAX_VALUE);

    @Test
    void a_table_of_few_keys_is_one_range() {
        assertThat(KeyRanges.split(ALL, 1, KeyRanges.SMALLEST, 8)).containsExactly(ALL);
        assertThat(KeyRanges.split(ALL, 7, 7, 8)).containsExactly(ALL);
        assertThat(KeyRanges.split(new Gap(100, 200), 100, 50, 8)).containsExactly(new Gap(100, 200));
    }

    @Test
    void ranges_are_cut_between_the_lowest_and_the_highest_key() {
        assertThat(KeyRanges.split(ALL, 1, 90_000, 3))
                .containsExactly(
                        new Gap(Long.MIN_VALUE, 30_001), new Gap(30_002, 60_001), new Gap(60_002, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 12, 20, 28, 256})
    void keys_all_over_the_range_of_numbers_are_cut_as_well(int parts) {
        for (var high : List.of(Long.MAX_VALUE, Long.MAX_VALUE - 7, 5L)) {
            var ranges = KeyRanges.split(ALL, Long.MIN_VALUE, high, parts);

            assertThat(ranges).hasSizeBetween(parts - 1, parts);
            long next = Long.MIN_VALUE;
            for (var range : ranges) {
                assertThat(range.from()).isEqualTo(next);
                assertThat(range.to()).isGreaterThanOrEqualTo(range.from());
                next = range.to() + 1;
            }
            assertThat(ranges.get(ranges.size() - 1).to()).isEqualTo(Long.MAX_VALUE);
        }
    }
}
