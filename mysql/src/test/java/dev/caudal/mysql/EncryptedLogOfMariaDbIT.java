package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestPluggedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class EncryptedLogOfMariaDbIT extends EncryptedLogContract {

    @Override
    TestDatabase start(Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "1;" + "0123456789abcdef".repeat(4) + "\n");
        return TestPluggedMariaDb.start(
                "--plugin-load-add=file_key_management",
                "--file-key-management-filename=" + keys,
                "--encrypt-binlog=ON");
    }
}
