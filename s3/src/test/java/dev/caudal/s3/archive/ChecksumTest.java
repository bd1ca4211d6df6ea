package dev.caudal.s3.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    private static final byte[] DIGITS = "123456789".getBytes(US_ASCII);

    @Test
    void it_is_written_as_s3_writes_it() {
        assertThat(Checksum.of(DIGITS)).isEqualTo("4waSgw==");
    }

    @Test
    void bytes_may_come_in_pieces() {
        var pieces = new Checksum();
        pieces.add(DIGITS, 0, 4);
        pieces.add(DIGITS, 4, 5);

        assertThat(pieces.text()).isEqualTo(Checksum.of(DIGITS));
    }
}
