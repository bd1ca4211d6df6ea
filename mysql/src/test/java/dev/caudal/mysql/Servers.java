package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import dev.caudal.testkit.TestPluggedMariaDb;
import org.jspecify.annotations.Nullable;

/** Servers that tests share, each test with a database of its own; they end with the test run. */
final class Servers {

    private static @Nullable TestDatabase mariaDb;
    private static @Nullable TestDatabase mySql;
    private static @Nullable TestDatabase compressedMariaDb;
    private static @Nullable TestDatabase compressedMySql;
    private static @Nullable TestDatabase silentMariaDb;
    private static @Nullable TestDatabase silentMySql;
    private static @Nullable TestDatabase olderMariaDb;
    private static @Nullable TestDatabase silentOlderMariaDb;

    private Servers() {}

    static synchronized TestDatabase mariaDb() {
        if (mariaDb == null) {
            mariaDb = TestMariaDb.start();
        }
        return mariaDb;
    }

    /** MySQL 9; skips the test where this machine cannot have it. */
    static synchronized TestDatabase mySql() {
        if (mySql == null) {
            mySql = TestMySql.start();
        }
        return mySql;
    }

    /** A MariaDB that compresses its log. */
    static synchronized TestDatabase compressedMariaDb() {
        if (compressedMariaDb == null) {
            compressedMariaDb = TestMariaDb.start("--log-bin-compress=ON", "--log-bin-compress-min-len=10");
        }
        return compressedMariaDb;
    }

    /** A MySQL 9 that compresses its log, with the same skip. */
    static synchronized TestDatabase compressedMySql() {
        if (compressedMySql == null) {
            compressedMySql = TestMySql.start("--binlog-transaction-compression=ON");
        }
        return compressedMySql;
    }

    /** A MariaDB whose log says nothing of columns but how they are stored, as it is by default. */
    static synchronized TestDatabase silentMariaDb() {
        if (silentMariaDb == null) {
            silentMariaDb = TestMariaDb.start("--binlog-row-metadata=NO_LOG");
        }
        return silentMariaDb;
    }

    /** A MySQL 9 whose log does not name columns, as it is by default, with the same skip. */
    static synchronized TestDatabase silentMySql() {
        if (silentMySql == null) {
            silentMySql = TestMySql.start("--binlog-row-metadata=MINIMAL");
        }
        return silentMySql;
    }

    /** MariaDB 10.11; skips the test where this machine cannot have it. */
    static synchronized TestDatabase olderMariaDb() {
        if (olderMariaDb == null) {
            olderMariaDb = TestPluggedMariaDb.startOlder();
        }
        return olderMariaDb;
    }

    /** MariaDB 10.11 with the log that it has by default, with the same skip. */
    static synchronized TestDatabase silentOlderMariaDb() {
        if (silentOlderMariaDb == null) {
            silentOlderMariaDb = TestPluggedMariaDb.startOlder("--binlog-row-metadata=NO_LOG");
        }
        return silentOlderMariaDb;
    }

    /** Creates a database anew. */
    static void create(TestDatabase server, String database) {
        server.execute("DROP DATABASE IF EXISTS " + database, "CREATE DATABASE " + database);
    }
}
