package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that are changed while they are loaded and followed, by hand and by online DDL tools. */
abstract class DefinitionsContract {

    private static final TableId TABLE = TableId.parse("def.t");

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "def");
        server().execute(
                        "CREATE TABLE def.t (id INT PRIMARY KEY, v VARCHAR(20))",
                        "INSERT INTO def.t VALUES (1, 'a'), (2, 'b')");
    }

    private Capture loaded() {
        Capture capture = Capture.start(SourceSettings.of(server(), "def.t"));
        capture.take(2);
        capture.await(state -> state.isLoaded(TABLE) && !state.isLoading());
        return capture;
    }

    /** The statements are those of gh-ost 1.1 with its copy of rows and of changes by the log. */
    @Test
    void a_swap_by_gh_ost_goes_on_with_the_new_structure() {
        try (Capture capture = loaded()) {
            server().execute(
                            "create /* gh-ost */ table `def`.`_t_gho` like `def`.`t`",
                            "alter /* gh-ost */ table `def`.`_t_gho` add column w int not null default 7 after id",
                            "insert /* gh-ost `def`.`t` */ ignore into `def`.`_t_gho` (`id`, `v`)"
                                    + " (select `id`, `v` from `def`.`t` force index (`PRIMARY`)"
                                    + " where (((`id` > 0)) and ((`id` < 2) or ((`id` = 2)))) lock in share mode)",
                            "INSERT INTO def.t VALUES (3, 'c')",
                            "replace /* gh-ost `def`.`_t_gho` */ into `def`.`_t_gho` (`id`, `v`) values (3, 'c')",
                            "UPDATE def.t SET v = 'z' WHERE id = 1",
                            "update /* gh-ost `def`.`_t_gho` */ `def`.`_t_gho` set `id`=1, `v`='z' where ((`id` = 1))",
                            "rename /* gh-ost */ table `def`.`t` to `def`.`_t_del`, `def`.`_t_gho` to `def`.`t`",
                            "drop /* gh-ost */ table if exists `def`.`_t_del`",
                            "UPDATE def.t SET w = 8 WHERE id = 2",
                            "DELETE FROM def.t WHERE id = 3");
            assertThat(capture.changes(4))
                    .containsExactly(
                            "INSERT {'id':3,'v':'c'}",
                            "UPDATE {'id':1,'v':'z'}",
                            "UPDATE {'id':2,'w':8,'v':'b'}",
                            "DELETE {'id':3,'w':7,'v':'c'}");
            assertThat(capture.events())
                    .filteredOn(event -> event.startsWith("TABLE_DEFINITION"))
                    .singleElement()
                    .asString()
                    .contains("rename /* gh-ost */ table");
        }
    }

    /** The statements are those of Percona Toolkit 3. */
    @Test
    void a_swap_by_pt_online_schema_change_goes_on_with_the_new_structure() {
        try (Capture capture = loaded()) {
            server().execute(
                            "CREATE TABLE `def`.`_t_new` (`id` int NOT NULL, `v` varchar(20), PRIMARY KEY (`id`))",
                            "ALTER TABLE `def`.`_t_new` DROP COLUMN v, ADD COLUMN x BIGINT",
                            "CREATE TRIGGER `def`.`pt_osc_def_t_del` AFTER DELETE ON `def`.`t` FOR EACH ROW"
                                    + " DELETE IGNORE FROM `def`.`_t_new` WHERE `def`.`_t_new`.`id` <=> OLD.`id`",
                            "CREATE TRIGGER `def`.`pt_osc_def_t_upd` AFTER UPDATE ON `def`.`t` FOR EACH ROW"
                                    + " REPLACE INTO `def`.`_t_new` (`id`) VALUES (NEW.`id`)",
                            "CREATE TRIGGER `def`.`pt_osc_def_t_ins` AFTER INSERT ON `def`.`t` FOR EACH ROW"
                                    + " REPLACE INTO `def`.`_t_new` (`id`) VALUES (NEW.`id`)",
                            "INSERT LOW_PRIORITY IGNORE INTO `def`.`_t_new` (`id`) SELECT `id` FROM `def`.`t`"
                                    + " LOCK IN SHARE MODE /*pt-online-schema-change 4711 copy table*/",
                            "INSERT INTO def.t VALUES (3, 'c')",
                            "DELETE FROM def.t WHERE id = 1",
                            "RENAME TABLE `def`.`t` TO `def`.`_t_old`, `def`.`_t_new` TO `def`.`t`",
                            "DROP TABLE IF EXISTS `def`.`_t_old`",
                            "DROP TRIGGER IF EXISTS `def`.`pt_osc_def_t_del`",
                            "UPDATE def.t SET x = 5 WHERE id = 3");
            assertThat(capture.changes(3))
                    .containsExactly("INSERT {'id':3,'v':'c'}", "DELETE {'id':1,'v':'a'}", "UPDATE {'id':3,'x':5}");
        }
    }

    @Test
    void each_row_of_a_burst_of_definitions_and_changes_has_the_structure_of_its_moment() {
        try (Capture capture = loaded()) {
            List<String> statements = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int round = 0; round < 30; round++) {
                int id = 100 + round;
                statements.add("ALTER TABLE def.t ADD COLUMN c" + round + " INT DEFAULT " + round
                        + (round % 2 == 0 ? " FIRST" : ""));
                statements.add("INSERT INTO def.t (id, v) VALUES (" + id + ", 'x')");
                statements.add("ALTER TABLE def.t DROP COLUMN c" + round);
                statements.add("DELETE FROM def.t WHERE id = " + id);
                String added = "'c" + round + "':" + round;
                expected.add(
                        round % 2 == 0
                                ? "INSERT {" + added + ",'id':" + id + ",'v':'x'}"
                                : "INSERT {'id':" + id + ",'v':'x'," + added + "}");
                expected.add("DELETE {'id':" + id + ",'v':'x'}");
            }
            server().execute(statements.toArray(String[]::new));
            assertThat(capture.changes(60)).isEqualTo(expected);
        }
    }

    @Test
    void a_table_that_is_dropped_and_created_or_emptied_goes_on_with_its_new_rows() {
        try (Capture capture = loaded()) {
            server().execute(
                            "TRUNCATE TABLE def.t",
                            "INSERT INTO def.t VALUES (1, 'c')",
                            "DROP TABLE def.t",
                            "CREATE TABLE def.t (name VARCHAR(9) PRIMARY KEY, n BIGINT UNSIGNED)",
                            "INSERT INTO def.t VALUES ('x', 18446744073709551615)",
                            "ALTER TABLE def.t DROP PRIMARY KEY, ADD COLUMN p INT NOT NULL DEFAULT 3, ADD PRIMARY KEY (p)",
                            "ALTER TABLE def.t PARTITION BY RANGE (p) (PARTITION p0 VALUES LESS THAN (5),"
                                    + " PARTITION p1 VALUES LESS THAN MAXVALUE)",
                            "INSERT INTO def.t VALUES ('y', 1, 9)",
                            "ALTER TABLE def.t TRUNCATE PARTITION p1",
                            "UPDATE def.t SET n = 2");
            assertThat(capture.changes(4))
                    .containsExactly(
                            "INSERT {'id':1,'v':'c'}",
                            "INSERT {'name':'x','n':18446744073709551615}",
                            "INSERT {'name':'y','n':1,'p':9}",
                            "UPDATE {'name':'x','n':2,'p':3}");
            assertThat(capture.events())
                    .filteredOn(event -> event.startsWith("TABLE_DEFINITION"))
                    .hasSize(6);
        }
    }

    @Test
    void a_table_that_is_swapped_in_after_a_restart_is_known_though_it_was_changed_again_since() {
        try (Capture capture = loaded()) {
            server().execute(
                            "CREATE TABLE def._t_gho LIKE def.t",
                            "ALTER TABLE def._t_gho ADD COLUMN w INT DEFAULT 7 AFTER id",
                            "INSERT INTO def._t_gho (id, v) SELECT id, v FROM def.t",
                            "UPDATE def.t SET v = 'here' WHERE id = 1");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1,'v':'here'}");
            capture.stop();
            server().execute(
                            "RENAME TABLE def.t TO def._t_del, def._t_gho TO def.t",
                            "UPDATE def.t SET w = 8 WHERE id = 2",
                            "ALTER TABLE def.t RENAME COLUMN w TO x",
                            "RENAME TABLE def.t TO def.away");
            capture.resume();
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':2,'w':8,'v':'b'}");
            capture.expectNothing();
            capture.stop();
            server().execute(
                            "RENAME TABLE def.away TO def.t",
                            "DELETE FROM def.t WHERE id = 2",
                            "ALTER TABLE def.t DROP COLUMN x");
            capture.resume();
            assertThat(capture.changes(1)).containsExactly("DELETE {'id':2,'x':8,'v':'b'}");
        }
    }

    @Test
    void a_copy_that_was_made_before_its_table_was_changed_and_loaded_again_has_the_columns_of_before() {
        server().execute("CREATE TABLE def.other (id INT PRIMARY KEY)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "def.t", "def.other"))) {
            capture.take(2);
            capture.await(state -> !state.isLoading());
            capture.stop();
            server().execute("CREATE TABLE def._t_gho LIKE def.t", "ALTER TABLE def.t RENAME COLUMN v TO u");
            Map<String, String> partition = TaskState.tablePartition(TABLE);
            capture.resume(Map.entry(
                    partition,
                    TaskState.loadedAgain(
                            Objects.requireNonNull(capture.offsets().get(partition)))));
            assertThat(capture.changes(2)).containsExactly("REFRESH {'id':1,'u':'a'}", "REFRESH {'id':2,'u':'b'}");
            capture.await(state -> state.isLoaded(TABLE) && !state.isLoading());
            server().execute(
                            "INSERT INTO def._t_gho SELECT * FROM def.t",
                            "RENAME TABLE def.t TO def._t_del, def._t_gho TO def.t",
                            "UPDATE def.t SET v = 'z' WHERE id = 1");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1,'v':'z'}");
        }
    }

    /** A copy that was made before the load's snapshot and filled after it has no rows there, and the server says nothing. */
    @Test
    void a_table_that_is_swapped_amid_its_load_is_loaded_as_it_is_then() throws InterruptedException {
        server().execute("INSERT INTO def.t SELECT a.i + 1000 * b.i + 10, 'x' FROM"
                + " (WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999) SELECT i FROM n) a,"
                + " (WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 79) SELECT i FROM n) b");
        // Tables are told apart by the second in which they were made.
        Thread.sleep(1_100);
        server().execute("CREATE TABLE def._t_gho LIKE def.t", "ALTER TABLE def._t_gho ADD COLUMN w INT DEFAULT 7");
        Thread swap = new Thread(() -> server().execute(
                        "INSERT INTO def._t_gho (id, v) SELECT id, v FROM def.t",
                        "RENAME TABLE def.t TO def._t_del, def._t_gho TO def.t",
                        "INSERT INTO def.t VALUES (999999, 'after', 8)"));
        Set<String> keys = new HashSet<>();
        int load = 0;
        try (Capture capture =
                Capture.start(SourceSettings.of(server(), "def.t").connections(1))) {
            while (capture.waiting() == 0) {
                capture.batch(Duration.ofMillis(100));
            }
            swap.start();
            while (!keys.contains("999999") || !capture.state().isLoaded(TABLE)) {
                try {
                    capture.batch(Duration.ofMillis(100));
                    // Slowly, so that the swap comes between two ranges of the load.
                    Thread.sleep(swap.isAlive() ? 50 : 0);
                } catch (SourceException e) {
                    assertThat(e).matches(SourceException::retryable);
                    capture.resume();
                }
                for (Message message : capture.take(capture.waiting())) {
                    if (message.load() > load) {
                        load = message.load();
                        keys.clear();
                    }
                    assertThat(keys.add(key(message))).as(key(message)).isTrue();
                }
            }
        }
        swap.join();
        assertThat(keys).hasSize(80_003);
    }

    private static String key(Message message) {
        return new String(Objects.requireNonNull(message.rowKey()), StandardCharsets.UTF_8);
    }
}
