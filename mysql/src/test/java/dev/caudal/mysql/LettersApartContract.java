package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** A server that tells names of schemas and tables apart by case, as those on Linux usually do. */
abstract class LettersApartContract {

    abstract TestDatabase server();

    @Test
    void two_tables_whose_names_differ_in_the_case_of_letters_are_kept_apart() {
        Servers.create(server(), "apart");
        Servers.create(server(), "Apart");
        server().execute(
                        "CREATE TABLE apart.city (id INT PRIMARY KEY, v INT)",
                        "CREATE TABLE apart.City (v VARCHAR(5), k INT, PRIMARY KEY (k))",
                        "CREATE TABLE Apart.city (w INT)",
                        "INSERT INTO apart.city VALUES (1, 2)",
                        "INSERT INTO apart.City VALUES ('a', 3)",
                        "INSERT INTO Apart.city VALUES (4)");
        SourceSettings both = SourceSettings.of(server(), "apart.city", "apart.City");
        assertThat(Preflight.check(both.config())).noneMatch(finding -> finding.severity() == Preflight.Severity.ERROR);
        try (Capture capture = Capture.start(both)) {
            assertThat(capture.rows(2)).containsExactlyInAnyOrder("{'id':1,'v':2}", "{'v':'a','k':3}");
            capture.await(state -> !state.isLoading());
            capture.stop();
            server().execute(
                            "ALTER TABLE apart.City ADD u INT FIRST",
                            "INSERT INTO apart.city VALUES (5, 6)",
                            "INSERT INTO apart.City VALUES (7, 'b', 8)",
                            "INSERT INTO Apart.city VALUES (9)",
                            "RENAME TABLE apart.city TO apart.other, apart.City TO apart.city, apart.other TO apart.City",
                            "INSERT INTO apart.city VALUES (10, 'c', 11)",
                            "DROP DATABASE Apart",
                            "INSERT INTO apart.City VALUES (12, 13)");
            capture.resume();
            assertThat(capture.take(4))
                    .extracting(message -> message.table().name() + " "
                            + Capture.json(Capture.parse(message).data()))
                    .containsExactly(
                            "city {'id':5,'v':6}",
                            "City {'u':7,'v':'b','k':8}",
                            "city {'u':10,'v':'c','k':11}",
                            "City {'id':12,'v':13}");
        }
    }

    @Test
    void a_table_that_is_spelled_otherwise_is_refused_with_the_name_that_it_has() {
        Servers.create(server(), "Spelled");
        server().execute("CREATE TABLE Spelled.City (id INT PRIMARY KEY)");
        SourceSettings other = SourceSettings.of(server(), "spelled.city");
        String why = "The server has Spelled.City, and tells names apart by case: write it so.";
        assertThat(Preflight.check(other.config()))
                .extracting(Preflight.Finding::remedy)
                .contains(why);
        try (Capture capture = Capture.start(other)) {
            assertThat(capture.failure()).hasMessageContaining(why);
        }
    }
}
