package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;

final class TlsFromMariaDbIT extends TlsContract {

    @Override
    TestDatabase start(String... options) {
        return TestMariaDb.start(options);
    }

    @Override
    String[] plain() {
        return new String[] {"--skip-ssl"};
    }
}
