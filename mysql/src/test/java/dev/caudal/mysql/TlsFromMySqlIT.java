package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;

final class TlsFromMySqlIT extends TlsContract {

    @Override
    TestDatabase start(String... options) {
        return TestMySql.start(options);
    }

    @Override
    String[] plain() {
        return new String[] {"--tls-version="};
    }
}
