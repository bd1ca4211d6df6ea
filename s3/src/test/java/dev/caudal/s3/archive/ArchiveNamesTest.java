package dev.caudal.s3.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchiveNamesTest {
    private final ArchiveNames names = new ArchiveNames("q1Sh-9_TR0y1nZ0q5mV0bA");

    @Test
    void the_names_are_those_of_the_decision() {
        var root = "_caudal/v1/q1Sh-9_TR0y1nZ0q5mV0bA/";

        assertThat(names.manifest("world.city")).isEqualTo(root + "topics/world.city/topic.json");
        assertThat(names.commit("world.city", 1, 3, 16))
                .isEqualTo(root + "topics/world.city/g1/p00003/00000000000000000016.commit.json");
        assertThat(names.sidecar("world.city", 1, 3, 16, "7f3a"))
                .isEqualTo(root + "topics/world.city/g1/p00003/00000000000000000016.7f3a.side.gz");
        assertThat(names.groups(Instant.parse("2020-05-20T19:33:55.123Z")))
                .isEqualTo(root + "groups/2020/05/20/00000001590003235123.json");
        assertThat(names.restore("other")).isEqualTo(root + "restores/other.json");
    }

    @Test
    void only_the_key_of_a_commit_has_a_start_offset() {
        assertThat(ArchiveNames.startOffset(names.commit("t", 1, 0, Long.MAX_VALUE)))
                .hasValue(Long.MAX_VALUE);
        assertThat(ArchiveNames.startOffset(names.sidecar("t", 1, 0, 16, "commit")))
                .isEmpty();
        assertThat(ArchiveNames.startOffset("topics/t/partition=0/t+0+0000000016.json"))
                .isEmpty();
    }

    @Test
    void a_cluster_that_would_leave_its_folder_is_refused() {
        assertThatThrownBy(() -> new ArchiveNames("../x")).hasMessageContaining("'../x'");
        assertThatThrownBy(() -> new ArchiveNames("")).hasMessageContaining("''");
    }
}
