package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LettersApartOnMariaDbIT extends LettersApartContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
