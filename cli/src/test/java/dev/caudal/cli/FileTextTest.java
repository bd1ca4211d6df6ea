package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {
    @TempDir
    private static Path folder;

    @Test
    void the_text_of_a_file_is_read_as_it_is() throws IOException {
        var file = Files.writeString(folder.resolve("name"), "año\n");

        assertThat(FileText.read(file)).isEqualTo("año\n");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_reason() throws IOException {
        var missing = folder.resolve("missing");
        var image = Files.write(folder.resolve("image"), new byte[] {(byte) 0xFF});

        assertThatThrownBy(() -> FileText.read(missing))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Cannot read the file %s: there is none.", missing);
        assertThatThrownBy(() -> FileText.read(folder)).hasMessage("Cannot read the file %s: it is a folder.", folder);
        assertThatThrownBy(() -> FileText.read(image))
                .hasMessage("Cannot read the file %s: it is not text in UTF-8.", image);
    }
}
