package dev.caudal.s3.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    private static final byte[] A = {'a'};
    private static final byte[] EMPTY = {};

    @Test
    void what_differs_has_another_digest() {
        var digests = Stream.of(
                        digest(0, A, List.of(), A),
                        digest(1, A, List.of(), A),
                        digest(0, null, List.of(), A),
                        digest(0, EMPTY, List.of(), A),
                        digest(0, A, List.of(), null),
                        digest(0, A, List.of(), EMPTY),
                        digest(0, A, List.of(new ArchivedHeader("a", null)), A),
                        digest(0, A, List.of(new ArchivedHeader("a", EMPTY)), A),
                        digest(0, A, List.of(new ArchivedHeader("", A)), A),
                        digest(0, A, List.of(new ArchivedHeader("", A), new ArchivedHeader("a", A)), A),
                        digest(0, A, List.of(new ArchivedHeader("a", A), new ArchivedHeader("", A)), A))
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digest(0, A.clone(), List.of(), A.clone())).isEqualTo(digests.get(0));
    }

    @Test
    void the_order_of_the_records_counts_and_a_result_begins_a_new_digest() {
        var forth = new ContentDigest();
        forth.add(0, null, List.of(), A);
        forth.add(0, null, List.of(), EMPTY);
        var back = new ContentDigest();
        back.add(0, null, List.of(), EMPTY);
        back.add(0, null, List.of(), A);

        assertThat(forth.hex()).isNotEqualTo(back.hex()).hasSize(64);

        forth.add(0, null, List.of(), A);
        assertThat(forth.hex()).isEqualTo(digest(0, null, List.of(), A));
    }

    private static String digest(
            long timestamp, byte @Nullable [] key, List<ArchivedHeader> headers, byte @Nullable [] value) {
        var digest = new ContentDigest();
        digest.add(timestamp, key, headers, value);
        return digest.hex();
    }
}
