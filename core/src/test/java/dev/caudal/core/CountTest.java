package dev.caudal.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void only_one_is_without_an_s() {
        assertThat(Count.of(0, "table")).isEqualTo("0 tables");
        assertThat(Count.of(1, "table")).isEqualTo("1 table");
        assertThat(Count.of(1_200, "table")).isEqualTo("1,200 tables");
    }
}
