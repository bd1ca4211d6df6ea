package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerFileTest {
    @TempDir
    private Path folder;

    @Test
    void only_the_owner_may_read_what_replaces_a_file_that_everybody_could() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        OwnerFile.replace(file, "new");
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_replacement_that_fails_leaves_nothing_behind() throws IOException {
        var taken = folder.resolve("secret");
        Files.createDirectories(taken.resolve("full"));
        assertThatThrownBy(() -> OwnerFile.replace(taken, "new")).isInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void a_file_that_is_there_is_not_created_again() throws IOException {
        var file = folder.resolve("secret");
        OwnerFile.create(file, "first");
        assertThatThrownBy(() -> OwnerFile.create(file, "second")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("first");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }
}
