package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PreflightIT {

    static Stream<Supplier<TestDatabase>> servers() {
        return Stream.of(Servers::mariaDb, Servers::mySql);
    }

    private static List<String> remedies(SourceConfig config) {
        return Preflight.check(config).stream().map(Preflight.Finding::remedy).toList();
    }

    private static void createTables(TestDatabase server) {
        Servers.create(server, "p");
        server.execute(
                "CREATE TABLE p.good (id INT PRIMARY KEY)",
                "CREATE TABLE p.flat (id INT PRIMARY KEY) ENGINE=MyISAM",
                "CREATE TABLE p.odd (id INT PRIMARY KEY, DB_ROW_HASH_1 INT)");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_good_source_has_no_findings(Supplier<TestDatabase> server) {
        createTables(server.get());
        assertThat(Preflight.check(SourceSettings.of(server.get(), "p.good").config()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tables_that_cannot_be_captured_are_named(Supplier<TestDatabase> server) {
        createTables(server.get());
        List<Preflight.Finding> findings = Preflight.check(
                SourceSettings.of(server.get(), "p.gone", "p.flat", "p.odd").config());
        assertThat(findings).extracting(Preflight.Finding::severity).containsOnly(Preflight.Severity.ERROR);
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0).what()).contains("p.gone");
        assertThat(findings.get(1).remedy()).isEqualTo("ALTER TABLE `p`.`flat` ENGINE=InnoDB;");
        assertThat(findings.get(2).what()).contains("p.odd.DB_ROW_HASH_1");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void each_missing_right_is_named_by_the_statement_that_gives_it(Supplier<TestDatabase> server) {
        createTables(server.get());
        server.get().execute("DROP USER IF EXISTS least", "CREATE USER least IDENTIFIED BY 'secret'");
        SourceConfig config = SourceSettings.of(server.get(), "p.good")
                .user("least", "secret")
                .config();

        List<String> remedies = remedies(config);
        assertThat(remedies).hasSize(4).first().isEqualTo("GRANT SELECT ON `p`.`good` TO 'least'@'%';");
        server.get().execute(remedies.toArray(String[]::new));
        assertThat(remedies(config)).isEmpty();
        server.get().execute("INSERT INTO p.good VALUES (1)");
        try (Capture capture = new Capture(config, java.util.Map.of())) {
            capture.take(1);
            server.get().execute("DELETE FROM p.good");
            capture.take(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_right_to_lock_the_selected_tables_is_enough_for_a_load(Supplier<TestDatabase> server) {
        createTables(server.get());
        server.get()
                .execute(
                        "INSERT INTO p.good VALUES (1)",
                        "DROP USER IF EXISTS locker",
                        "CREATE USER locker IDENTIFIED BY 's'",
                        "GRANT SELECT, LOCK TABLES ON p.* TO locker",
                        "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO locker");
        SourceConfig config =
                SourceSettings.of(server.get(), "p.good").user("locker", "s").config();
        assertThat(Preflight.check(config)).isEmpty();
        try (Capture capture = new Capture(config, java.util.Map.of())) {
            assertThat(capture.rows(1)).containsExactly("{'id':1}");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_rights_of_a_default_role_count(Supplier<TestDatabase> server) {
        createTables(server.get());
        server.get()
                .execute(
                        "INSERT INTO p.good VALUES (1)",
                        "DROP USER IF EXISTS actor",
                        "DROP ROLE IF EXISTS capture, reader",
                        "CREATE ROLE capture, reader",
                        "GRANT SELECT, LOCK TABLES ON p.* TO reader",
                        "GRANT reader TO capture",
                        "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO capture",
                        "CREATE USER actor IDENTIFIED BY 's'",
                        "GRANT capture TO actor");
        SourceConfig config =
                SourceSettings.of(server.get(), "p.good").user("actor", "s").config();
        assertThat(remedies(config)).as("before the role is a default").hasSize(4);
        boolean isMariaDb = server.get().value("SELECT VERSION()").contains("MariaDB");
        server.get().execute(isMariaDb ? "SET DEFAULT ROLE capture FOR actor" : "SET DEFAULT ROLE capture TO actor");

        assertThat(remedies(config)).isEmpty();
        try (Capture capture = new Capture(config, java.util.Map.of())) {
            assertThat(capture.rows(1)).containsExactly("{'id':1}");
            server.get().execute("DELETE FROM p.good");
            capture.take(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_right_to_read_some_columns_is_not_enough(Supplier<TestDatabase> server) {
        createTables(server.get());
        server.get()
                .execute(
                        "CREATE TABLE p.wide (id INT PRIMARY KEY, name VARCHAR(20), salary INT)",
                        "DROP USER IF EXISTS partial",
                        "CREATE USER partial IDENTIFIED BY 's'",
                        "GRANT LOCK TABLES ON p.* TO partial",
                        "GRANT SELECT (id, name) ON p.wide TO partial",
                        "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO partial");
        SourceConfig config =
                SourceSettings.of(server.get(), "p.wide").user("partial", "s").config();

        assertThat(Preflight.check(config)).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains("may not read the table p.wide").contains("'partial'@'%'");
            assertThat(finding.remedy()).isEqualTo("GRANT SELECT ON `p`.`wide` TO 'partial'@'%';");
        });
        server.get().execute("GRANT SELECT ON `p`.`wide` TO 'partial'@'%'");
        assertThat(remedies(config)).isEmpty();
    }

    @Test
    void settings_that_lose_changes_are_all_named_on_mariadb() {
        try (TestDatabase server = TestMariaDb.start(
                "--binlog-format=MIXED",
                "--binlog-row-image=MINIMAL",
                "--binlog-row-metadata=NO_LOG",
                "--expire-logs-days=1")) {
            createTables(server);
            assertThat(remedies(SourceSettings.of(server, "p.good").config()))
                    .containsExactly(
                            "SET GLOBAL binlog_format = ROW;",
                            "SET GLOBAL binlog_row_image = FULL;",
                            "SET GLOBAL binlog_row_metadata = FULL;",
                            "SET GLOBAL binlog_expire_logs_seconds = 604800;");
        }
    }

    @Test
    void settings_that_lose_changes_are_all_named_on_mysql() {
        try (TestDatabase server = TestMySql.start(
                "--binlog-row-value-options=PARTIAL_JSON",
                "--binlog-expire-logs-seconds=3600",
                "--server-id=0",
                "--binlog-row-metadata=MINIMAL")) {
            createTables(server);
            assertThat(remedies(SourceSettings.of(server, "p.good").config()))
                    .containsExactly(
                            "SET GLOBAL binlog_row_metadata = FULL;",
                            "SET GLOBAL binlog_row_value_options = '';",
                            "SET GLOBAL server_id = 1;",
                            "SET GLOBAL binlog_expire_logs_seconds = 604800;");
        }
    }

    @Test
    void a_server_without_a_log_is_told_to_keep_one() {
        try (TestDatabase server =
                TestMySql.start("--skip-log-bin", "--gtid-mode=OFF", "--enforce-gtid-consistency=OFF")) {
            createTables(server);
            assertThat(remedies(SourceSettings.of(server, "p.good").config()))
                    .singleElement()
                    .asString()
                    .contains("log_bin");
        }
    }
}
