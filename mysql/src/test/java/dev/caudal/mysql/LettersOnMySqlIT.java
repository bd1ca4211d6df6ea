package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LettersOnMySqlIT extends LettersContract {

    @Override
    TestDatabase server() {
        return Servers.anyCaseMySql("FULL");
    }
}
