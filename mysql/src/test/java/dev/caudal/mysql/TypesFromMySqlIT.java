package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;

final class TypesFromMySqlIT extends TypesContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }
}
