package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class TypesFromMariaDbIT extends TypesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }
}
