package dev.caudal.s3.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SidecarTest {
    private static final Frame.Line LINE = new Frame.Line(2, 300);

    @Test
    void all_that_a_record_can_be_comes_back() throws IOException {
        var frames = List.of(
                new Frame(16, 1_590_003_235_000L, false, bytes("k"), List.of(), LINE, true, null),
                new Frame(17, 1_590_003_234_000L, true, null, List.of(), new Frame.Line(0, 0), true, null),
                new Frame(19, -1, false, new byte[0], List.of(), Frame.Line.NONE, false, null),
                new Frame(4_000_000_000_000L, Long.MAX_VALUE, false, bytes("k"), headers(), LINE, false, new byte[0]),
                new Frame(Long.MAX_VALUE, Long.MIN_VALUE, false, null, headers(), LINE, false, new byte[70_000]));

        assertThat(read(write(frames))).usingRecursiveComparison().isEqualTo(frames);
    }

    @Test
    void random_records_come_back() throws IOException {
        long seed = Long.getLong("seed", 1);
        var random = new Random(seed);
        var frames = IntStream.range(0, 2_000)
                .mapToObj(i -> frame(random, i * 3L + random.nextInt(3)))
                .toList();

        assertThat(read(write(frames)))
                .as("seed %d", seed)
                .usingRecursiveComparison()
                .isEqualTo(frames);
    }

    @Test
    void a_sidecar_that_was_cut_is_not_taken_for_a_short_one() throws IOException {
        var whole = write(List.of(new Frame(0, 0, false, bytes("a long key"), headers(), LINE, true, null)));

        for (int length = 20; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void other_bytes_are_refused_by_name() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes("{\"a\":1}"));
        }

        assertThatThrownBy(() -> read(out.toByteArray()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("some.side.gz");
    }

    @Test
    void a_value_is_in_its_line_or_in_the_sidecar_never_in_both() {
        assertThatThrownBy(() -> write(List.of(new Frame(7, 0, false, null, List.of(), LINE, true, bytes("v")))))
                .hasMessageContaining("offset 7");
        assertThatThrownBy(() -> write(List.of(new Frame(7, 0, false, null, List.of(), Frame.Line.NONE, true, null))))
                .hasMessageContaining("offset 7");
    }

    private static List<ArchivedHeader> headers() {
        return List.of(
                new ArchivedHeader("ñ", bytes("1")),
                new ArchivedHeader("ñ", null),
                new ArchivedHeader("", new byte[0]));
    }

    private static Frame frame(Random random, long offset) {
        boolean exact = random.nextBoolean();
        var line = exact || random.nextBoolean()
                ? new Frame.Line(random.nextInt(3), random.nextInt(100_000))
                : Frame.Line.NONE;
        return new Frame(
                offset,
                random.nextLong(),
                random.nextBoolean(),
                random.nextBoolean() ? bytes("key" + random.nextInt()) : null,
                random.nextBoolean() ? headers() : List.of(),
                line,
                exact,
                exact || random.nextBoolean() ? null : bytes("value" + random.nextInt()));
    }

    private static byte[] write(List<Frame> frames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new SidecarWriter(out)) {
            for (var frame : frames) {
                writer.write(frame);
            }
        }
        return out.toByteArray();
    }

    private static List<Frame> read(byte[] bytes) throws IOException {
        var frames = new ArrayList<Frame>();
        try (var reader = new SidecarReader("some.side.gz", new ByteArrayInputStream(bytes))) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
