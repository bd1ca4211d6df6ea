package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_password_is_known_again_and_nothing_else_is() {
        var hash = PasswordHash.parse(PasswordHash.of("right").hash().text());

        assertThat(hash.matches(hash.derive("right").hash())).isTrue();
        assertThat(hash.matches(hash.derive("Right").hash())).isFalse();
        assertThat(PasswordHash.of("right").hash().text()).isNotEqualTo(hash.text());
    }

    @Test
    void it_is_pbkdf2_as_others_work_it_out() {
        // Python: hashlib.pbkdf2_hmac('sha512', b'password', b'NaCl', 1000)[:32]
        var hash = new PasswordHash(1000, "NaCl".getBytes(StandardCharsets.US_ASCII), new byte[32]);

        assertThat(hash.derive("password").hash().text())
                .isEqualTo("$pbkdf2-sha512$i=1000$TmFDbA==$bT2Fqwsghc6bMbZzdReQAXC+MVum7VOOb5JLNYjGbpc=");
    }

    @Test
    void only_the_password_opens_what_the_user_has_for_kafka() {
        var login = new KafkaLogin("u", "p\"\\ñ");
        var user = User.parse(User.create("ana", "right", Optional.of(login)).line());
        var closed = user.login().orElseThrow();

        assertThat(closed.open(user.password().derive("right").key())).isEqualTo(login);
        assertThat(login.settings("PLAIN").get("sasl.jaas.config"))
                .endsWith(" required username=\"u\" password=\"p\\\"\\\\ñ\";");
        assertThatThrownBy(() -> closed.open(user.password().derive("wrong").key()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_file_has_no_password_and_only_its_owner_reads_it() throws Exception {
        var file = folder.resolve("users");
        var users = new UserFile(file);

        assertThat(users.add("eva", "secret-one")).isTrue();
        assertThat(users.add("ana", "secret-two", "kafka-ana", "secret-three")).isTrue();
        assertThat(users.add("ana", "secret-four", "kafka-ana", "secret-five")).isFalse();

        assertThat(users.names()).containsExactly("ana", "eva");
        assertThat(Files.readString(file)).doesNotContain("secret").doesNotContain("kafka-ana");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(users.remove("eva")).isTrue();
        assertThat(users.remove("eva")).isFalse();
        assertThat(users.names()).containsExactly("ana");
    }

    @Test
    void what_http_cannot_send_cannot_be_a_user() {
        var users = new UserFile(folder.resolve("users"));

        assertThatThrownBy(() -> users.add("a:b", "x"))
                .hasMessageContaining("'a:b'")
                .hasMessageContaining("colon");
        assertThatThrownBy(() -> users.add("", "x")).hasMessageContaining("''");
        assertThatThrownBy(() -> users.add("ana", "")).hasMessageContaining("password of ana");
        assertThatThrownBy(() -> users.add("ana", "a\nb")).hasMessageContaining("control characters");
    }

    @Test
    void a_line_that_is_wrong_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("users"), "# users\nana:{SHA}abc\n");

        assertThatThrownBy(() -> new UserFile(file).names())
                .isInstanceOf(RestProxyException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("pbkdf2-sha512");
    }
}
