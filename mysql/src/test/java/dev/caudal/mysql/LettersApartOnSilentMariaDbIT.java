package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

/** The same where the log does not name columns. */
final class LettersApartOnSilentMariaDbIT extends LettersApartContract {

    @Override
    TestDatabase server() {
        return Servers.silentMariaDb();
    }
}
