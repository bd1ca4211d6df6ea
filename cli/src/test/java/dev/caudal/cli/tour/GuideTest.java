package dev.caudal.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void both_languages_have_the_same_blocks_so_that_one_run_is_enough() {
        var spanish = blocks("es").filter(block -> !block.isElsewhere());
        var english = blocks("en").filter(block -> !block.isElsewhere());

        assertThat(english.map(GuideTest::content))
                .containsExactlyElementsOf(spanish.map(GuideTest::content).toList());
        assertThat(blocks("en").filter(Block::isElsewhere).count())
                .isEqualTo(blocks("es").filter(Block::isElsewhere).count());
    }

    @Test
    void each_block_that_is_run_is_explained_before_it() {
        assertThat(Stream.concat(blocks("es"), blocks("en")))
                .filteredOn(block -> !block.isElsewhere())
                .allSatisfy(block ->
                        assertThat(block.explanation()).as(block.place()).isNotEmpty());
    }

    @Test
    void commands_are_only_in_blocks_that_are_run() {
        assertThat(Stream.concat(blocks("es"), blocks("en")))
                .allSatisfy(block ->
                        assertThat(block.words().get(0)).as(block.place()).isIn("console", "json", "js", "properties"));
    }

    @Test
    void commands_for_elsewhere_are_commands() throws Exception {
        for (var block : Stream.concat(blocks("es"), blocks("en"))
                .filter(Block::isElsewhere)
                .toList()) {
            for (var step : block.steps()) {
                var bash = new ProcessBuilder("bash", "-n", "-c", step.command().orElseThrow())
                        .inheritIO()
                        .start();
                assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(bash.exitValue()).as(block.place()).isZero();
            }
        }
    }

    @Test
    void an_ellipsis_stands_for_anything_and_alone_for_any_lines() {
        assertThat(Expected.isAll(List.of("a … (…)"), List.of("a b (1.0 s)"))).isTrue();
        assertThat(Expected.isAll(List.of("a"), List.of("a", "b"))).isFalse();
        assertThat(Expected.isAll(List.of("a", "b"), List.of("a"))).isFalse();
        assertThat(Expected.isAll(List.of("…", "c"), List.of("a", "c", "b", "c")))
                .isTrue();
        assertThat(Expected.isAll(List.of("a", "…", "c", "…"), List.of("a", "c")))
                .isTrue();
        assertThat(Expected.isAll(List.of("a", "…", "d"), List.of("a", "b", "c")))
                .isFalse();
        assertThat(Expected.isBegin(List.of("a"), List.of("a", "b"))).isTrue();
        assertThat(Expected.isBegin(List.of("a", "b"), List.of("a"))).isFalse();
    }

    @Test
    void a_command_goes_on_behind_a_backslash_and_ends_before_the_next() {
        assertThat(Step.of(List.of("$ a \\", "  b", "1", "$ c", "^C", "2")))
                .containsExactly(
                        new Step(Optional.of("a \\\n  b"), false, List.of("1")),
                        new Step(Optional.of("c"), false, List.of()),
                        new Step(Optional.empty(), true, List.of("2")));
    }

    @Test
    void a_port_that_is_taken_and_another_folder_change_nothing_but_themselves() {
        var rewriting = new Rewriting(Path.of("/data"));
        rewriting.learn(
                List.of("Kafka broker on 127.0.0.1:9092 (…)", "API on http://127.0.0.1:8080/ (…)"),
                List.of("Kafka broker on 127.0.0.1:9093 (5.0 s)", "API on http://127.0.0.1:8080/ (1.0 s)"));

        assertThat(rewriting.here(
                        "run --port 9092 -b 127.0.0.1:9092,127.0.0.11:9092 http://127.0.0.1:8080/ ~/.caudal/x"))
                .isEqualTo("run --port 9093 -b 127.0.0.1:9093,127.0.0.11:9092 http://127.0.0.1:8080/ /data/x");
        assertThat(rewriting.guide("127.0.0.1:9093 /data/x")).isEqualTo("127.0.0.1:9092 ~/.caudal/x");
    }

    private static Stream<Block> blocks(String language) {
        return Guide.read(DOCS, language).chapters().stream().flatMap(chapter -> chapter.blocks().stream());
    }

    private static List<List<String>> content(Block block) {
        return List.of(block.words(), block.lines());
    }
}
