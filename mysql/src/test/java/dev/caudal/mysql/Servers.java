package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import dev.caudal.testkit.TestPluggedMariaDb;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Servers that tests share, each test with a database of its own; they end with the test run. */
final class Servers {

    private static final Map<String, TestDatabase> STARTED = new HashMap<>();

    private Servers() {}

    /** The one of that name; the one that is started now where there is none. */
    private static synchronized TestDatabase shared(String name, Supplier<TestDatabase> start) {
        TestDatabase there = STARTED.get(name);
        if (there == null) {
            there = start.get();
            STARTED.put(name, there);
        }
        return there;
    }

    static TestDatabase mariaDb() {
        return shared("mariaDb", () -> TestMariaDb.start());
    }

    /** MySQL 9; skips the test where this machine cannot have it. */
    static TestDatabase mySql() {
        return shared("mySql", () -> TestMySql.start());
    }

    /** A MariaDB that compresses its log. */
    static TestDatabase compressedMariaDb() {
        return shared(
                "compressedMariaDb", () -> TestMariaDb.start("--log-bin-compress=ON", "--log-bin-compress-min-len=10"));
    }

    /** A MySQL 9 that compresses its log, with the same skip. */
    static TestDatabase compressedMySql() {
        return shared("compressedMySql", () -> TestMySql.start("--binlog-transaction-compression=ON"));
    }

    /** A MariaDB whose log says nothing of columns but how they are stored, as it is by default. */
    static TestDatabase silentMariaDb() {
        return shared("silentMariaDb", () -> TestMariaDb.start("--binlog-row-metadata=NO_LOG"));
    }

    /** A MySQL 9 whose log does not name columns, as it is by default, with the same skip. */
    static TestDatabase silentMySql() {
        return shared("silentMySql", () -> TestMySql.start("--binlog-row-metadata=MINIMAL"));
    }

    /** A MariaDB that does not tell names of tables apart by case; {@code metadata} is what its log says of columns. */
    static TestDatabase anyCaseMariaDb(String metadata) {
        return shared(
                "anyCaseMariaDb" + metadata,
                () -> TestMariaDb.start("--lower-case-table-names=1", "--binlog-row-metadata=" + metadata));
    }

    /** A MySQL 9 that does not tell names of tables apart by case, with the same skip. */
    static TestDatabase anyCaseMySql(String metadata) {
        return shared(
                "anyCaseMySql" + metadata,
                () -> TestMySql.start("--lower-case-table-names=1", "--binlog-row-metadata=" + metadata));
    }

    /** MariaDB 10.11; skips the test where this machine cannot have it. */
    static TestDatabase olderMariaDb() {
        return shared("olderMariaDb", () -> TestPluggedMariaDb.startOlder());
    }

    /** MariaDB 10.11 with the log that it has by default, with the same skip. */
    static TestDatabase silentOlderMariaDb() {
        return shared("silentOlderMariaDb", () -> TestPluggedMariaDb.startOlder("--binlog-row-metadata=NO_LOG"));
    }

    /** Creates a database anew. */
    static void create(TestDatabase server, String database) {
        server.execute("DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database);
    }
}
