package dev.caudal.s3.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitTest {
    private static final Commit COMMIT = new Commit(
            Commit.FORMAT,
            "q1Sh-9_TR0y1nZ0q5mV0bA",
            "world.city",
            "P2aL9ZC4RkSoPrmS5ZkVXg",
            1,
            3,
            16,
            41,
            42,
            20,
            1,
            1_590_003_235_000L,
            1_590_003_294_999L,
            List.of(new DataObject(
                    "topics/world.city/2020-05-20/19/world.city+3+0000000016.json",
                    5_000,
                    Checksum.of(new byte[0]),
                    19,
                    DataObject.PLAIN,
                    1,
                    16,
                    41)),
            new SidecarObject("_caudal/v1/x.side.gz", 300, Checksum.of(new byte[1])),
            Fidelity.EXACT,
            Sha256.hex(new byte[2]),
            "",
            "caudal/0.1.0",
            1_590_003_300_000L);

    @Test
    void a_commit_comes_back_from_its_bytes() {
        assertThat(Commit.parse("k", COMMIT.toBytes())).isEqualTo(COMMIT);
        assertThat(COMMIT.toBytes())
                .isEqualTo(Commit.parse("k", COMMIT.toBytes()).toBytes());
    }

    @Test
    void what_a_later_version_added_is_passed_over() {
        var text = new String(COMMIT.toBytes(), UTF_8).replaceFirst("\\{", "{\"colour\":{\"r\":1},");

        assertThat(Commit.parse("k", text.getBytes(UTF_8))).isEqualTo(COMMIT);
    }

    @Test
    void a_later_format_a_missing_field_and_damage_are_refused_by_the_objects_name() {
        var text = new String(COMMIT.toBytes(), UTF_8);

        assertThatThrownBy(() -> parse(text.replace("\"format\":1", "\"format\":2")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("some.commit.json has format 2");
        assertThatThrownBy(() -> parse(text.replace("\"lastOffset\":41,\"next", "\"next")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("some.commit.json is damaged")
                .hasMessageContaining("lastOffset");
        assertThatThrownBy(() -> parse(text.substring(0, 90)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("some.commit.json is damaged");
    }

    @Test
    void manifests_and_offsets_of_groups_come_back_from_their_bytes() {
        var manifest = new TopicManifest(
                1, "world.city", "P2aL9ZC4RkSoPrmS5ZkVXg", 1, 6, 3, Map.of("retention.ms", "1", "a", ""), 5);
        var offsets = new GroupOffsets(
                1, "c", 5, List.of(new GroupOffsets.Committed("g", "world.city", 0, 17, "note"), committed("ñ")));

        assertThat(TopicManifest.parse("k", manifest.toBytes())).isEqualTo(manifest);
        assertThat(GroupOffsets.parse("k", offsets.toBytes())).isEqualTo(offsets);
    }

    private static GroupOffsets.Committed committed(String group) {
        return new GroupOffsets.Committed(group, "t", 1, 0, "");
    }

    private static Commit parse(String text) {
        return Commit.parse("some.commit.json", text.getBytes(UTF_8));
    }
}
