package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TourCommandTest {
    @Test
    void it_speaks_spanish_where_the_first_variable_that_is_set_does() {
        assertThat(TourCommand.isSpanish(Map.of("LANG", "es_ES.UTF-8"))).isTrue();
        assertThat(TourCommand.isSpanish(Map.of("LANG", "es"))).isTrue();
        assertThat(TourCommand.isSpanish(Map.of("LC_ALL", "", "LC_MESSAGES", "es_MX", "LANG", "C")))
                .isTrue();
        assertThat(TourCommand.isSpanish(Map.of("LC_ALL", "C.UTF-8", "LANG", "es_ES.UTF-8")))
                .isFalse();
        assertThat(TourCommand.isSpanish(Map.of("LANG", "est_EE"))).isFalse();
        assertThat(TourCommand.isSpanish(Map.of())).isFalse();
    }
}
