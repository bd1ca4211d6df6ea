package dev.caudal.s3.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Seeds;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastCommitNameTest {
    private static final ArchiveNames NAMES = new ArchiveNames("c");
    private static final String PREFIX = NAMES.partition("t", 1, 0);

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void there_is_none_where_nothing_is() {
        assertThat(find(new TreeSet<>())).isEmpty();
    }

    @Test
    void the_last_of_many_is_found_by_few_questions() {
        var random = Seeds.random("names of commits");
        for (int commits : new int[] {1, 2, 17, 500_000}) {
            var keys = new TreeSet<String>();
            long offset = 0;
            for (int i = 0; i < commits; i++) {
                keys.add(NAMES.commit("t", 1, 0, offset));
                offset += random.nextLong(1, 100_000);
            }
            questions.set(0);

            assertThat(find(keys)).contains(keys.last());
            assertThat(questions.get()).isLessThan(150);
        }
    }

    private Optional<String> find(NavigableSet<String> keys) {
        return LastCommitName.find(PREFIX, after -> {
            questions.incrementAndGet();
            return keys.tailSet(after, false).stream();
        });
    }
}
