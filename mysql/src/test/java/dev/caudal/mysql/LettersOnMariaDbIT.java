package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LettersOnMariaDbIT extends LettersContract {

    @Override
    TestDatabase server() {
        return Servers.anyCaseMariaDb("FULL");
    }
}
