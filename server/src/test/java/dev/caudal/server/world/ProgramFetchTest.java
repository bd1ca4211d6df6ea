package dev.caudal.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFetchTest {
    @TempDir
    private Path root;

    @Test
    void what_the_launcher_says_is_told_with_a_remedy_when_it_cannot_fetch() throws IOException {
        var refusal = refusal(launcher("echo \"caudal: no way to $2\" >&2; exit 1"));
        assertThat(refusal.code()).isEqualTo(ProblemCode.DATABASE_NOT_FETCHED);
        assertThat(refusal.detail()).contains("caudal: no way to " + root.resolve("servers"));
        assertThat(refusal.remedy()).contains("Maven Central");
    }

    @Test
    void a_platform_without_its_launcher_says_so() {
        assertThat(refusal("").detail()).contains("not started by the launcher");
    }

    @Test
    void the_launcher_is_asked_for_the_programs_in_the_folder_of_programs() throws IOException {
        ProgramFetch.into(new LocalDirectory(root), launcher("[ \"$1\" = fetch-mariadb ] && touch \"$2/fetched\""));
        assertThat(root.resolve("servers/fetched")).exists();
    }

    private Refusal refusal(String launcher) {
        return catchThrowableOfType(Refusal.class, () -> ProgramFetch.into(new LocalDirectory(root), launcher));
    }

    private String launcher(String does) throws IOException {
        var script = root.resolve("launcher");
        Files.writeString(script, "#!/bin/sh\n" + does + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }
}
