package dev.caudal.s3.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void answers_come_in_the_order_of_the_questions_whatever_comes_first() throws IOException {
        var later = new CountDownLatch(1);
        try (var ahead = ahead(
                4,
                List.of(
                        () -> {
                            later.await();
                            return 1;
                        },
                        () -> {
                            later.countDown();
                            return 2;
                        },
                        () -> 3))) {
            assertThat(List.of(
                            ahead.next().orElseThrow(),
                            ahead.next().orElseThrow(),
                            ahead.next().orElseThrow()))
                    .containsExactly(1, 2, 3);
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void no_more_are_open_than_there_is_room_for_but_one_at_least() throws IOException {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var questions = IntStream.range(0, 20)
                .mapToObj(number ->
                        new Ahead.Question<>(() -> most.accumulateAndGet(open.incrementAndGet(), Math::max), 60))
                .iterator();
        try (var ahead = new Ahead<>(questions, 4, 100)) {
            for (int i = 0; i < 20; i++) {
                assertThat(ahead.next()).isPresent();
                open.decrementAndGet();
            }
        }
        // The one that is taken, and the one that is asked when it is.
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void a_failure_comes_in_its_turn_and_what_follows_after_it() throws IOException {
        try (var ahead = ahead(
                2,
                List.of(
                        () -> 1,
                        () -> {
                            throw new IOException("the second");
                        },
                        () -> 3))) {
            assertThat(ahead.next()).contains(1);
            assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("the second");
            assertThat(ahead.next()).contains(3);
        }
    }

    @Test
    void what_nobody_took_is_closed() throws IOException {
        var closed = new ArrayList<Integer>();
        var asked = new CountDownLatch(2);
        var questions = IntStream.range(0, 2)
                .mapToObj(number -> new Ahead.Question<AutoCloseable>(
                        () -> {
                            asked.countDown();
                            return () -> closed.add(number);
                        },
                        1))
                .iterator();
        try (var ahead = new Ahead<>(questions, 2, 2)) {
            assertThat(ahead.next()).isPresent();
            awaitAll(asked);
        }
        assertThat(closed).containsExactly(1);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Ahead<Integer> ahead(int most, List<Callable<Integer>> calls) {
        return new Ahead<>(
                calls.stream().map(call -> new Ahead.Question<>(call, 1)).iterator(), most, most);
    }
}
