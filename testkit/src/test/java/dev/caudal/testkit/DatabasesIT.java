package dev.caudal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabasesIT {
    @Test
    void a_mariadb_keeps_port_and_data_over_a_crash() {
        try (var database = TestMariaDb.start("--binlog-row-image=MINIMAL")) {
            assertThat(database.value("SELECT @@binlog_row_image")).isEqualTo("MINIMAL");
            keepsPortAndData(database);
        }
    }

    @Test
    void a_mysql_keeps_port_and_data_over_a_crash() {
        try (var database = TestMySql.start()) {
            assertThat(database.value("SELECT VERSION()")).startsWith("9.");
            keepsPortAndData(database);
        }
    }

    private static void keepsPortAndData(TestDatabase database) {
        database.execute("CREATE DATABASE d", "CREATE TABLE d.t (a INT PRIMARY KEY)", "INSERT INTO d.t VALUES (1)");
        int port = database.port();

        database.kill();
        database.restart();

        assertThat(database.port()).isEqualTo(port);
        assertThat(database.value("SELECT COUNT(*) FROM d.t")).isEqualTo("1");
    }
}
