package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class EncryptedLogOfMySqlIT extends EncryptedLogContract {

    @Override
    TestDatabase start(Path folder) throws IOException {
        TestDatabase server = TestMySql.start();
        Path data = Path.of(server.value("SELECT @@datadir"));
        Files.writeString(data.resolve("mysqld.my"), "{\"components\": \"file://component_keyring_file\"}");
        Files.writeString(
                data.resolve("component_keyring_file.cnf"),
                "{\"path\": \"%s\", \"read_only\": false}".formatted(folder.resolve("keyring")));
        server.restart();
        server.execute("SET PERSIST binlog_encryption = ON");
        return server;
    }
}
