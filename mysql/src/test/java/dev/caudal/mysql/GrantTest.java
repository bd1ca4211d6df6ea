package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GrantTest {

    @Test
    void global_rights_are_read() {
        Grant grant = Grant.parse("GRANT SELECT, REPLICATION SLAVE ON *.* TO `a`@`%` WITH GRANT OPTION")
                .orElseThrow();
        assertThat(grant.isGlobal()).isTrue();
        assertThat(grant.gives("REPLICATION SLAVE")).isTrue();
        assertThat(grant.gives("RELOAD")).isFalse();
        assertThat(grant.schemaPattern()).isEmpty();
    }

    @Test
    void all_rights_on_a_schema_are_read_with_its_pattern() {
        Grant grant = Grant.parse("GRANT ALL PRIVILEGES ON `my\\_``shop`.* TO `a`@`%`")
                .orElseThrow();
        assertThat(grant.gives("LOCK TABLES")).isTrue();
        assertThat(grant.isGlobal()).isFalse();
        assertThat(grant.schemaPattern()).contains("my\\_`shop");
    }

    @Test
    void rights_on_one_table_are_not_for_its_schema() {
        assertThat(Grant.parse("GRANT SELECT, SELECT (`id`) ON `p`.`t` TO `a`@`%`")
                        .orElseThrow()
                        .schemaPattern())
                .isEmpty();
    }

    @Test
    void a_role_is_no_right() {
        assertThat(Grant.parse("GRANT `capture`@`%` TO `a`@`%`")).isEmpty();
        assertThat(Grant.parse("SET DEFAULT ROLE `capture` FOR `a`@`%`")).isEmpty();
        assertThat(Grant.parse("GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION"))
                .isEmpty();
    }
}
