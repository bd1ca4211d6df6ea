package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.mysql.LoadedRanges.Gap;
import dev.caudal.mysql.LoadedRanges.Range;
import dev.caudal.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadedRangesTest {

    private static final BinlogCoordinate AT = new BinlogCoordinate("mysql-bin-changelog.000001", 4);
    private static final long WIDTH = 10;

    @Test
    void a_range_told_again_after_others_went_on_leaves_no_gap() {
        LoadedRanges loaded = LoadedRanges.NONE
                .with(new Range(Long.MIN_VALUE, 9, AT))
                .with(new Range(10, 19, AT))
                .with(new Range(20, 25, AT))
                .with(new Range(10, 19, AT));

        assertThat(loaded.gaps()).containsExactly(new Gap(26, Long.MAX_VALUE));
    }

    @Test
    void ranges_loaded_at_the_same_time_leave_out_exactly_what_is_not_loaded() {
        Random random = Seeds.random("loaded ranges");
        for (int run = 0; run < 2_000; run++) {
            Loaders loaders = new Loaders(random, 2 + random.nextInt(8));
            while (loaders.step()) {
                assertThat(loaders.loaded.gaps()).isEqualTo(loaders.expected());
            }
            assertThat(loaders.loaded.complete()).isTrue();
        }
    }

    /** Two loaders, each of which tells of its range step by step, and of the whole of it at the end. */
    private static final class Loaders {

        private final Random random;
        private final List<Range> reached = new ArrayList<>();
        private final int[] current = {-1, -1};
        private final int count;
        private LoadedRanges loaded = LoadedRanges.NONE;

        Loaders(Random random, int count) {
            this.random = random;
            this.count = count;
        }

        boolean step() {
            int loader = random.nextInt(2);
            if (current[loader] < 0 && reached.size() < count) {
                current[loader] = reached.size();
                reached.add(new Range(from(current[loader]), current[loader] * WIDTH, AT));
            }
            int range = current[loader];
            if (range >= 0) {
                Range before = reached.get(range);
                boolean ends =
                        before.to() == Math.min(last(range), range * WIDTH + WIDTH - 1) || random.nextInt(9) == 0;
                long to = ends ? last(range) : Math.min(range * WIDTH + WIDTH - 1, before.to() + 1 + random.nextInt(5));
                reached.set(range, new Range(before.from(), to, AT));
                loaded = loaded.with(reached.get(range));
                current[loader] = ends ? -1 : range;
            }
            return reached.size() < count || current[0] >= 0 || current[1] >= 0;
        }

        private static long from(int range) {
            return range == 0 ? Long.MIN_VALUE : range * WIDTH;
        }

        private long last(int range) {
            return range == count - 1 ? Long.MAX_VALUE : range * WIDTH + WIDTH - 1;
        }

        List<Gap> expected() {
            List<Gap> gaps = new ArrayList<>();
            long next = Long.MIN_VALUE;
            for (Range range : reached.stream().filter(this::told).toList()) {
                if (next < range.from()) {
                    gaps.add(new Gap(next, range.from() - 1));
                }
                if (range.to() == Long.MAX_VALUE) {
                    return gaps;
                }
                next = range.to() + 1;
            }
            gaps.add(new Gap(next, Long.MAX_VALUE));
            return gaps;
        }

        private boolean told(Range range) {
            return loaded.loadedAt(range.from()).isPresent();
        }
    }
}
