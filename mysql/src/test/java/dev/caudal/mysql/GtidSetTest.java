package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GtidSetTest {

    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "8a94f357-aab4-11df-86ab-c80aa9429562";

    private static GtidSet set(String text) {
        return GtidSet.parse(text).orElseThrow();
    }

    @Test
    void a_set_of_mysql_reads_and_prints_as_the_server_does() {
        assertThat(set(A + ":1-5:7,\n" + B + ":3")).hasToString(A + ":1-5:7," + B + ":3");
    }

    @Test
    void intervals_grow_and_join() {
        GtidSet set = set(A + ":1-5:7:9-10");
        set.add(new Gtid.MySql(UUID.fromString(A), 11));
        set.add(new Gtid.MySql(UUID.fromString(A), 8));
        assertThat(set).hasToString(A + ":1-5:7-11");
        set.add(new Gtid.MySql(UUID.fromString(A), 6));
        set.add(new Gtid.MySql(UUID.fromString(A), 3));
        set.add(new Gtid.MySql(UUID.fromString(B), 1));
        assertThat(set).hasToString(A + ":1-11," + B + ":1");
    }

    @Test
    void a_set_may_have_any_number_of_intervals() {
        var numbers = IntStream.rangeClosed(1, 20_000).mapToObj(each -> ":" + 2 * each);
        var text = A + numbers.collect(Collectors.joining());

        assertThat(set(text)).hasToString(text);
    }

    @Test
    void an_interval_within_another_changes_nothing() {
        assertThat(set(A + ":1-9:1-3:4")).hasToString(A + ":1-9");
    }

    @Test
    void a_set_covers_another_that_has_nothing_else() {
        assertThat(set(A + ":1-10").covers(set(A + ":2-3:9"))).isTrue();
        assertThat(set(A + ":1-10").covers(set(A + ":2-3:9-11"))).isFalse();
        assertThat(set(A + ":1-5:7-10").covers(set(A + ":5-7"))).isFalse();
        assertThat(set(A + ":1-10").covers(set(A + ":1," + B + ":1"))).isFalse();
        assertThat(set("0-1-5,3-2-9").covers(set("0-2-5"))).isTrue();
        assertThat(set("0-1-5").covers(set("0-1-6"))).isFalse();
        assertThat(set("0-1-5").covers(set("1-1-1"))).isFalse();
    }

    @Test
    void the_last_of_a_domain_stands_for_all_before_it() {
        GtidSet set = set("0-1-5,3-2-9");
        assertThat(set.contains(new Gtid.MariaDb(0, 4, 5))).isTrue();
        assertThat(set.contains(new Gtid.MariaDb(3, 2, 10))).isFalse();
        set.add(new Gtid.MariaDb(3, 4, 10));
        assertThat(set).hasToString("0-1-5,3-4-10");
    }

    @Test
    void tags_and_nothing_are_no_set() {
        assertThat(GtidSet.parse("")).isEmpty();
        assertThat(GtidSet.parse(A + ":tag:1-5")).isEmpty();
    }
}
