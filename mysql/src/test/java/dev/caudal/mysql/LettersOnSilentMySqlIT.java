package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

/** The same where the log does not name columns. */
final class LettersOnSilentMySqlIT extends LettersContract {

    @Override
    TestDatabase server() {
        return Servers.anyCaseMySql("MINIMAL");
    }
}
