package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void a_preferred_port_that_is_taken_gives_way_to_the_next_free_one() throws IOException {
        try (var taken = listening()) {
            assertThat(Port.preferred(taken.getLocalPort()).choose("kafka")).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void an_exact_port_that_is_taken_is_an_error_with_its_number() throws IOException {
        try (var taken = listening()) {
            assertThatThrownBy(() -> Port.exactly(taken.getLocalPort()).choose("kafka"))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining(
                            "Cannot start kafka on port %d: another process listens there", taken.getLocalPort());
        }
    }

    @Test
    void a_free_port_is_taken_as_wished() {
        int free = Port.any().choose("kafka");

        assertThat(Port.exactly(free).choose("kafka")).isEqualTo(free);
    }

    @Test
    void a_number_that_is_no_port_is_refused() {
        assertThatThrownBy(() -> Port.exactly(70_000)).hasMessageContaining("Port 70000 is not between 1 and 65535");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(Port.any().choose("a test"), 1, InetAddress.getLoopbackAddress());
    }
}
