package dev.caudal.s3.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.archive.SidecarObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final List<ArchiveException> problems = new ArrayList<>();
    private final Chain chain = new Chain(problems::add);

    @Test
    void a_claim_is_passed_over_and_is_no_link() {
        byte[] first = commit(0, 10, 10, "");
        byte[] claim = commit(10, 10, 0, Sha256.hex(first));
        byte[] second = commit(10, 20, 10, Sha256.hex(first));

        assertThat(chain.next("first", first)).isPresent();
        assertThat(chain.next("claim", claim)).isEmpty();
        assertThat(chain.next("second", second)).isPresent();
        assertThat(problems).isEmpty();
    }

    private static byte[] commit(long start, long next, int count, String previous) {
        return new Commit(
                        Commit.FORMAT,
                        "cluster",
                        "city",
                        "",
                        1,
                        0,
                        start,
                        next - 1,
                        next,
                        count,
                        0,
                        0,
                        0,
                        List.of(),
                        new SidecarObject("side", 0, ""),
                        Fidelity.EXACT,
                        "",
                        previous,
                        "test",
                        0)
                .toBytes();
    }
}
