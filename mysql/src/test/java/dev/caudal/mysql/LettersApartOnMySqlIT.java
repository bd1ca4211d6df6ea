package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class LettersApartOnMySqlIT extends LettersApartContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
